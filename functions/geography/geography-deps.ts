import type { TravelSource } from '../../shared/geo/travel-source.ts';
import type { ApiDeps } from '../api/api-deps.ts';
import type { Geocoder } from '../platform/geocoder.ts';

/** What this entry reaches for beside what all of the API do. */
export interface GeographyDeps extends ApiDeps {
  readonly travel: TravelSource;
  /** A service for addresses that are in no list of ours; absent where none is set. */
  readonly geocoder?: Geocoder;
}
