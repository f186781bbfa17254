import * as z from 'zod/mini';
import type { GeocodedPlace, Geocoder } from './geocoder.ts';

export interface NominatimOptions {
  /** E.g. https://nominatim.example/ — one's own, or one that allows this use: the public one forbids search as you type. */
  readonly url: string;
  readonly fetch?: typeof fetch;
  readonly withinMilliseconds?: number;
}

/** What we read of an answer in format jsonv2: https://nominatim.org/release-docs/latest/api/Output/. */
const answered = z.object({
  display_name: z.string(),
  lon: z.coerce.number(),
  lat: z.coerce.number(),
  category: z.optional(z.string()),
  addresstype: z.optional(z.string()),
  address: z.optional(z.record(z.string(), z.string())),
});

/** Addresses from a Nominatim, or from what speaks like one (LocationIQ, a Photon behind an adapter). */
export const nominatim = ({ url, fetch: send = fetch, withinMilliseconds = 3000 }: NominatimOptions): Geocoder => {
  const ask = async (path: string, query: Readonly<Record<string, string>>): Promise<unknown> => {
    const address = new URL(path, url.endsWith('/') ? url : `${url}/`);
    for (const [name, value] of Object.entries({ ...query, format: 'jsonv2', addressdetails: '1' })) {
      address.searchParams.set(name, value);
    }
    const response = await send(address, {
      headers: { 'user-agent': 'Fieldline' },
      signal: AbortSignal.timeout(withinMilliseconds),
    });
    if (!response.ok) throw new Error(`The geocoder answered ${response.status}`);
    return response.json();
  };
  return {
    attribution: '© OpenStreetMap contributors',
    search: async (text, near) => {
      const around = near && viewboxAround(near);
      const found = await ask('search', { q: text, limit: '5', ...(around && { viewbox: around }) });
      return z.array(answered).parse(found).map(placeOf);
    },
    reverse: async ([longitude, latitude]) => {
      const found = z.safeParse(answered, await ask('reverse', { lon: String(longitude), lat: String(latitude) }));
      return found.success ? [placeOf(found.data)] : [];
    },
  };
};

/** Half a degree each way: preferred, not required. */
const viewboxAround = ([longitude, latitude]: readonly [number, number]): string =>
  [longitude - 0.5, latitude + 0.5, longitude + 0.5, latitude - 0.5].join(',');

const placeOf = (found: z.infer<typeof answered>): GeocodedPlace => ({
  addressText: found.display_name.slice(0, 200),
  location: [found.lon, found.lat],
  quality: qualityOf(found),
});

const qualityOf = ({ category, addresstype, address }: z.infer<typeof answered>): GeocodedPlace['quality'] => {
  if (address?.['house_number'] !== undefined || addresstype === 'building') return 'point';
  return category === 'highway' || addresstype === 'road' ? 'street' : 'area';
};
