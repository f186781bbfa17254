import { amazonLocation } from './amazon-location.ts';
import type { Geocoder } from './geocoder.ts';
import { nominatim } from './nominatim.ts';

/** The service for addresses that a setting names: `nominatim URL`, `amazon-location REGION KEY`; undefined for `none`. */
export const geocoderNamed = (setting: string): Geocoder | undefined => {
  const [kind, where = '', apiKey = ''] = setting.trim().split(/\s+/);
  if (kind === 'none') return undefined;
  if (kind === 'nominatim' && URL.canParse(where)) return nominatim({ url: where });
  if (kind === 'amazon-location' && where !== '' && apiKey !== '') return amazonLocation({ region: where, apiKey });
  throw new Error(`'${setting}' names no geocoder: nominatim URL, amazon-location REGION KEY, or none`);
};
