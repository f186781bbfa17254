import type { Appointment } from '../../shared/model/appointment.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { Table } from '../store/table-client.ts';
import type { Settled } from './earlier-parts.ts';

/** What is asked about the technicians of a part. */
export interface TechniciansQuestion {
  readonly table: Table;
  readonly tenantId: string;
  readonly now: string;
  readonly day: string;
  /** The last of the plan: until then vans must last. */
  readonly lastDay: string;
  readonly timeZone: string;
  readonly technicians: readonly Technician[];
  readonly zones: ReadonlyMap<string, string>;
  readonly settled: Settled;
  /** Those of the day's board. */
  readonly appointments: readonly Appointment[];
  readonly askedPartIds: readonly string[];
}
