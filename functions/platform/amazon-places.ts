import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod/mini';
import type { Clock } from './clock.ts';
import type { Credentials } from './environment-credentials.ts';
import type { GeocodedPlace, Geocoder } from './geocoder.ts';

export interface AmazonPlacesAccess {
  readonly region: string;
  readonly credentials: () => Credentials;
  readonly clock: Clock;
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

const withinMilliseconds = 3000;

/** Addresses from Amazon Location's Places API, version 2. What a person chooses is kept with the request, which the service wants to be told (IntendedUse). */
export const amazonPlaces = (
  { region, credentials, clock }: AmazonPlacesAccess,
  request: typeof fetch = fetch,
): Geocoder => {
  const signer = new SignatureV4({
    service: 'geo-places',
    region,
    credentials: async () => credentials(),
    sha256: Sha256,
  });
  const host = `places.geo.${region}.amazonaws.com`;
  const ask = async (operation: string, wish: object): Promise<GeocodedPlace[]> => {
    const body = JSON.stringify({ ...wish, IntendedUse: 'Storage' });
    const path = `/v2/${operation}`;
    const headers = { host, 'content-type': 'application/json' };
    const unsigned = { method: 'POST', protocol: 'https:', hostname: host, path, query: {}, headers, body };
    const signed = await signer.sign(unsigned, { signingDate: clock() });
    const signal = AbortSignal.timeout(withinMilliseconds);
    const answer = await request(`https://${host}${path}`, { method: 'POST', headers: signed.headers, body, signal });
    if (!answer.ok) throw new Error(`Amazon Location answered ${answer.status}`);
    return answered.parse(await answer.json()).ResultItems.map(placeOf);
  };
  return {
    attribution: '© Amazon Location, HERE',
    search: (text, near) => ask('geocode', { QueryText: text, MaxResults: 5, ...(near && { BiasPosition: near }) }),
    reverse: (position) => ask('reverse-geocode', { QueryPosition: position, MaxResults: 1 }),
  };
};

type Item = z.infer<typeof answered>['ResultItems'][number];

const placeOf = ({ Title, Position: location, Address, PlaceType = '' }: Item): GeocodedPlace => ({
  addressText: (Address?.Label ?? Title).slice(0, 200),
  location,
  quality: points.has(PlaceType) ? 'point' : streets.has(PlaceType) ? 'street' : 'area',
});

const points: ReadonlySet<string> = new Set([
  'PointAddress',
  'InterpolatedAddress',
  'SecondaryAddress',
  'PointOfInterest',
]);
const streets: ReadonlySet<string> = new Set(['Street', 'Intersection', 'Block', 'SubBlock']);
