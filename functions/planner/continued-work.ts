import { isBefore } from '../../shared/geo/instant-arithmetic.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
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
    const { id, follows, earliestStartAt } = appointment;
    const first = follows === undefined ? undefined : before.get(follows);
    // What was cancelled or deleted holds nothing back.
    if (!first || first.status === 'cancelled') {
      ready.push(appointment);
      continue;
    }
    const proposed = settled.stops.get(first.id) ?? [];
    const isMoved = proposed.some(({ change }) => change === 'moved');
    const crew = isMoved ? proposed : [...proposed, ...first.assignments];
    const [stands] = crew;
    if (!stands) {
      heldBack.push(appointment);
      continue;
    }
    const overAt = first.actualEndAt ?? stands.plannedEndAt;
    onlyBy.set(
      id,
      crew.map(({ technicianId }) => technicianId),
    );
    ready.push({ ...appointment, earliestStartAt: isBefore(earliestStartAt, overAt) ? overAt : earliestStartAt });
  }
  return { ready, onlyBy, heldBack };
};
