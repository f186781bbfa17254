import type { Appointment } from '../../shared/model/appointment.ts';
import { continuedVisit } from '../../shared/rules/continued-visit.ts';
import { appointmentsById } from '../store/questions/things-by-id.ts';
import type { Table } from '../store/table-client.ts';
import type { Settled } from './earlier-parts.ts';

interface ContinuedQuestion {
  readonly table: Table;
  readonly tenantId: string;
  readonly settled: Settled;
  readonly waiting: readonly Appointment[];
}
export interface ContinuedWork {
  /** What waits and may be planned; what goes on with other work begins no sooner than that is over. */
  readonly ready: readonly Appointment[];
  /** By appointment that goes on with another's work: who must do it. */
  readonly onlyBy: ReadonlyMap<string, readonly string[]>;
  /** What goes on with work that has no time yet. */
  readonly heldBack: readonly Appointment[];
}

/** Work over several days: a later part waits for the one before, and stays with its technician or its crew. */
export const continuedWork = async (question: ContinuedQuestion): Promise<ContinuedWork> => {
  const { table, tenantId, settled, waiting } = question;
  const ids = [...new Set(waiting.flatMap(({ follows }) => follows ?? []))];
  const before = new Map((await appointmentsById(table, tenantId, ids)).map((one) => [one.id, one]));
  const ready: Appointment[] = [];
  const heldBack: Appointment[] = [];
  const onlyBy = new Map<string, readonly string[]>();
  for (const appointment of waiting) {
    const { id, follows } = appointment;
    const first = follows === undefined ? undefined : before.get(follows);
    const continued = continuedVisit(appointment, first, first && settled.stops.get(first.id));
    if (continued?.kind === 'held-back') {
      heldBack.push(appointment);
      continue;
    }
    if (continued) onlyBy.set(id, continued.technicianIds);
    ready.push(continued ? { ...appointment, earliestStartAt: continued.earliestStartAt } : appointment);
  }
  return { ready, onlyBy, heldBack };
};
