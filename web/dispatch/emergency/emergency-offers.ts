import type { Candidate } from '../../../shared/protocol/endpoints/appointments.ts';

/** One who can go, and what that costs others, as the server's insertion service found it. */
export type EmergencyOffer = Pick<
  Candidate,
  'technicianId' | 'plannedStartAt' | 'travelSeconds' | 'lateBySeconds' | 'overtimeSeconds' | 'missingPartIds' | 'moves'
>;

/** A broken promise weighs as much as arriving so much later. */
const promiseMilliseconds = 30 * 60_000;
/** Each second that another waits longer weighs a quarter of a second. */
const delayWeight = 250;

/** Who could be there soonest with the least harm to others, best first. */
export const emergencyOffers = (candidates: readonly Candidate[], most = 3): EmergencyOffer[] =>
  [...candidates].sort((a, b) => weightOf(a) - weightOf(b)).slice(0, most);

const weightOf = ({ plannedStartAt, moves }: EmergencyOffer): number =>
  moves.reduce(
    (sum, { breaksPromise, delaySeconds }) =>
      sum + (breaksPromise ? promiseMilliseconds : 0) + delaySeconds * delayWeight,
    Date.parse(plannedStartAt),
  );
