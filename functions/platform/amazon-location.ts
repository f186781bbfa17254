import * as z from 'zod/mini';
import type { Position } from '../../shared/model/place.ts';
import type { GeocodedPlace, Geocoder } from './geocoder.ts';

export interface AmazonLocationOptions {
  readonly region: string;
  /** An API key of Amazon Location that allows geo-places:Geocode and geo-places:ReverseGeocode. */
  readonly apiKey: string;
  readonly fetch?: typeof fetch;
  readonly withinMilliseconds?: number;
}

/** What we read of https://docs.aws.amazon.com/location/latest/APIReference/API_geoplaces_Geocode.html. */
const answered = z.object({
  ResultItems: z._default(
    z.array(
      z.object({
        Title: z.string(),
        PlaceType: z.optional(z.string()),
        Position: z.tuple([z.number(), z.number()]),
        Address: z.optional(z.object({ Label: z.optional(z.string()) })),
      }),
    ),
    [],
  ),
});

/** Addresses from Amazon Location's Places API, version 2. What a person chooses is kept with the request, which the service wants to be told (IntendedUse). */
export const amazonLocation = (options: AmazonLocationOptions): Geocoder => {
  const { region, apiKey, fetch: send = fetch, withinMilliseconds = 3000 } = options;
  const ask = async (operation: string, body: object): Promise<GeocodedPlace[]> => {
    const address = new URL(`https://places.geo.${region}.amazonaws.com/v2/${operation}`);
    address.searchParams.set('key', apiKey);
    const response = await send(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(withinMilliseconds),
    });
    if (!response.ok) throw new Error(`Amazon Location answered ${response.status}`);
    return answered.parse(await response.json()).ResultItems.map(placeOf);
  };
  return {
    attribution: '© Amazon Location, HERE',
    search: (text, near) =>
      ask('geocode', { QueryText: text, MaxResults: 5, ...(near && { BiasPosition: near }), IntendedUse: 'Storage' }),
    reverse: (position: Position) =>
      ask('reverse-geocode', { QueryPosition: position, MaxResults: 1, IntendedUse: 'Storage' }),
  };
};

type Item = z.infer<typeof answered>['ResultItems'][number];

const placeOf = ({ Title, Position: location, Address, PlaceType }: Item): GeocodedPlace => ({
  addressText: (Address?.Label ?? Title).slice(0, 200),
  location,
  quality: points.has(PlaceType ?? '') ? 'point' : streets.has(PlaceType ?? '') ? 'street' : 'area',
});

const points: ReadonlySet<string> = new Set([
  'PointAddress',
  'InterpolatedAddress',
  'SecondaryAddress',
  'PointOfInterest',
]);
const streets: ReadonlySet<string> = new Set(['Street', 'Intersection', 'Block', 'SubBlock']);
