import type { TravelSource } from '../../shared/geo/travel-source.ts';
import type { WorkContext } from '../store/unit-of-work.ts';

/** What taking fixes stands on, whoever sent them. */
export interface TakeFixesDeps extends Omit<WorkContext, 'tenantId' | 'now' | 'once'> {
  readonly travel: TravelSource;
}
