import type { TravelModel } from '../../../shared/geo/travel-model.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Position } from '../../../shared/model/place.ts';
import { isFinished, isPlannable } from '../../../shared/rules/appointment-lifecycle.ts';
import { ineligibilityOf } from '../../../shared/rules/eligibility.ts';
import type { BoardBlock, BoardRowView } from '../state/board-rows.ts';

/** What an emergency costs another customer, if this technician goes. */
export interface CostToOther {
  readonly appointment: Appointment;
  /** Epoch milliseconds; undefined where it goes back to what waits. */
  readonly newStart: number | undefined;
  readonly delaySeconds: number;
  readonly breaksPromise: boolean;
}

export interface EmergencyOffer {
  readonly technicianId: string;
  /** Epoch milliseconds. */
  readonly arrivesAt: number;
  readonly travelSeconds: number;
  readonly costs: readonly CostToOther[];
}

export interface EmergencyQuestion {
  readonly appointment: Appointment;
  readonly rows: readonly BoardRowView[];
  readonly day: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly travel: TravelModel;
}

const snap = 5 * 60_000;
/** A broken promise weighs as much as arriving so much later. */
const promiseMilliseconds = 30 * 60_000;
/** More stops than this do not move in one transaction. */
const mostMoved = 7;

/** Who could be there soonest and what that does to the others on his way, best first; what he is at now is finished first. */
export const emergencyOffers = (question: EmergencyQuestion, most = 3): EmergencyOffer[] =>
  question.rows
    .flatMap((row) => offerOf(row, question) ?? [])
    .sort((a, b) => weightOf(a) - weightOf(b))
    .slice(0, most);

const weightOf = ({ arrivesAt, costs }: EmergencyOffer): number =>
  arrivesAt +
  costs.reduce((sum, one) => sum + (one.breaksPromise ? promiseMilliseconds : 0) + one.delaySeconds * 250, 0);

const offerOf = (
  row: BoardRowView,
  { appointment, day, now, travel }: EmergencyQuestion,
): EmergencyOffer | undefined => {
  const { technician, shifts, taken } = row;
  const shift = shifts.find(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to));
  if (!shift || ineligibilityOf({ technician, appointment, day })) return undefined;
  const { from, freeAt } = whereabouts(row, now);
  const travelSeconds = travel.travel(from, appointment.place.location).seconds;
  const arrivesAt = Math.ceil((freeAt + travelSeconds * 1000) / snap) * snap;
  const endsAt = arrivesAt + appointment.durationSeconds * 1000;
  const isAway = taken.some((span) => Date.parse(span.from) < endsAt && Date.parse(span.to) > freeAt);
  const costs = isAway
    ? undefined
    : pushed(row, appointment, { freeAt, endsAt, shiftEnd: Date.parse(shift.to) }, travel);
  return costs && { technicianId: technician.id, arrivesAt, travelSeconds, costs };
};

/** Where he can set out from, and when: after what he is at, else from where he was last seen. */
const whereabouts = ({ technician, blocks, position }: BoardRowView, now: number) => {
  const at = blocks.findLast(({ appointment: { status } }) => !isFinished(status) && !isPlannable(status));
  const before = blocks.findLast(({ to }) => to <= now);
  const last: Position = position?.fix.location ?? before?.appointment.place.location ?? technician.startPlace.location;
  return at ? { from: at.appointment.place.location, freeAt: Math.max(now, at.to) } : { from: last, freeAt: now };
};

interface Gap {
  readonly freeAt: number;
  readonly endsAt: number;
  readonly shiftEnd: number;
}

/** Those who must wait for it, each as little as the way allows; undefined where one of them is locked. */
const pushed = (
  { blocks }: BoardRowView,
  emergency: Appointment,
  { freeAt, endsAt, shiftEnd }: Gap,
  travel: TravelModel,
): CostToOther[] | undefined => {
  const costs: CostToOther[] = [];
  let [from, cursor] = [emergency.place.location, endsAt];
  for (const block of blocks) {
    const { appointment } = block;
    if (!isPlannable(appointment.status) || block.to <= freeAt) continue;
    const reach = cursor + travel.travel(from, appointment.place.location).seconds * 1000;
    if (block.from >= reach) break;
    if (appointment.assignments.some(({ locked }) => locked) || costs.length === mostMoved) return undefined;
    const newStart = Math.ceil(reach / snap) * snap;
    const newEnd = newStart + appointment.durationSeconds * 1000;
    const stays = newEnd <= shiftEnd;
    costs.push(costOf(block, stays ? newStart : undefined, newEnd));
    if (!stays) continue;
    from = appointment.place.location;
    cursor = newEnd;
  }
  return costs;
};

const costOf = (
  { appointment, from, due, told }: BoardBlock,
  newStart: number | undefined,
  newEnd: number,
): CostToOther => ({
  appointment,
  newStart,
  delaySeconds: newStart === undefined ? 0 : (newStart - from) / 1000,
  breaksPromise: newStart === undefined || newEnd > due || (told !== undefined && newStart > told.to),
});
