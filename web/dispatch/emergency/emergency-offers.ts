import type { Candidate } from '../../../shared/protocol/endpoints/appointments.ts';
import type { Chosen } from '../state/candidate-moves.ts';

/** One who can go, and what that costs others, as the server's insertion service found it. */
export interface EmergencyOffer extends Chosen, Pick<Candidate, 'travelSeconds'> {}

/** A broken promise weighs as much as arriving so much later. */
const promiseMilliseconds = 30 * 60_000;
/** Each second that another waits longer weighs a quarter of a second. */
const delayWeight = 250;

/** Who could be there soonest with the least harm to others, best first. */
export const emergencyOffers = (candidates: readonly EmergencyOffer[], most = 3): EmergencyOffer[] =>
  [...candidates].sort((a, b) => weightOf(a) - weightOf(b)).slice(0, most);

const weightOf = ({ plannedStartAt, moves }: EmergencyOffer): number =>
  moves.reduce(
    (sum, { breaksPromise, delaySeconds }) =>
      sum + (breaksPromise ? promiseMilliseconds : 0) + delaySeconds * delayWeight,
    Date.parse(plannedStartAt),
  );
