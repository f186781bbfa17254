import type { TravelSource } from '../../shared/geo/travel-source.ts';
import type { Clock } from '../platform/clock.ts';
import type { NewId } from '../platform/ids.ts';
import type { Logger } from '../platform/logger.ts';
import type { Table } from '../store/table-client.ts';

export interface PlannerDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: () => number;
  readonly travel: TravelSource;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}
