import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import type { KnownWays } from '../../../web/dispatch/state/ways.ts';

/** Ways of a desk that has heard nothing better than the straight line. */
export const estimatedWays: KnownWays = {
  travel: (from, to) => ({ ...estimatedTravel.travel(from, to), isEstimate: true }),
};
