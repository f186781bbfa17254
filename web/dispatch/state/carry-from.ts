import { addSeconds } from '../../../shared/geo/instant-arithmetic.ts';
import { instantOf } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { BoardLine } from './board-lines.ts';
import type { DropTarget, Load } from './proposal.ts';
import { standingPlace } from './standing-place.ts';

interface Board {
  readonly lines: readonly BoardLine[];
  readonly day: string;
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

const snapMilliseconds = 5 * 60_000;

/** Where something is that is taken up by keys: at its place, or, while it waits, in the first line as soon as it may begin. */
export const carryFrom = (
  mode: Load['mode'],
  [lead]: readonly Appointment[],
  { lines, day, zone, now }: Board,
): DropTarget | undefined => {
  const stands = lead && standingPlace(lead);
  if (stands) {
    const lineId = stands.technicianIds[0] ?? '';
    const at = mode === 'resize' ? addSeconds(stands.plannedStartAt, stands.durationSeconds) : stands.plannedStartAt;
    return { kind: 'row', lineId, at };
  }
  const [first] = lines;
  if (!lead || !first || mode === 'resize') return undefined;
  const morning = first.shifts[0]?.from ?? Date.parse(instantOf(day, '08:00', zone));
  const at = Math.max(now, morning, Date.parse(lead.earliestStartAt));
  return {
    kind: 'row',
    lineId: first.id,
    at: new Date(Math.ceil(at / snapMilliseconds) * snapMilliseconds).toISOString(),
  };
};
