import type { TravelSource } from '../../shared/geo/travel-source.ts';
import type { ApiDeps } from '../api/api-deps.ts';
import type { Catalogue } from './catalogue.ts';

/** What this entry reaches for beside what all of the API do: times between places. */
export interface SyncDeps extends ApiDeps {
  readonly travel: TravelSource;
}

/** The same with what the entry itself keeps between requests. */
export interface SyncRouteDeps extends SyncDeps {
  readonly catalogue: Catalogue;
}
