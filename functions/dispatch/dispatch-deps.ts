import type { TravelSource } from '../../shared/geo/travel-source.ts';
import type { ApiDeps } from '../api/api-deps.ts';

/** What this entry reaches for beside what all of the API do: times between places. */
export interface DispatchDeps extends ApiDeps {
  readonly travel: TravelSource;
}
