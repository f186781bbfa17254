import { amazonPlaces, type AmazonPlacesAccess } from './amazon-places.ts';
import type { Geocoder } from './geocoder.ts';
import { nominatim } from './nominatim.ts';

/** The service for addresses that a setting names: `nominatim URL`, `amazon-location REGION`; undefined for `none`. */
export const geocoderNamed = (
  setting: string,
  access: Pick<AmazonPlacesAccess, 'credentials' | 'clock'>,
): Geocoder | undefined => {
  const [kind, where = ''] = setting.trim().split(/\s+/);
  if (kind === 'none') return undefined;
  if (kind === 'nominatim' && URL.canParse(where)) return nominatim({ url: where });
  if (kind === 'amazon-location' && where !== '') return amazonPlaces({ ...access, region: where });
  throw new Error(`'${setting}' names no geocoder: nominatim URL, amazon-location REGION, or none`);
};
