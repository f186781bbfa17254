import { metresBetween } from '../../shared/geo/distance.ts';
import { secondsBetween } from '../../shared/geo/instant-arithmetic.ts';
import type { Eta, PositionFix } from '../../shared/model/position-fix.ts';
import { nextPositionBatchSeconds } from '../../shared/rules/next-position-batch.ts';

/** What a batch told, as far as the next one hangs on it. */
export interface BatchTold {
  readonly now: string;
  readonly eta: Eta | undefined;
  /** His position before this batch and after it. */
  readonly before: PositionFix | undefined;
  readonly latest: PositionFix | undefined;
  readonly watched: boolean;
}

/** In how many seconds the phone is to send again. */
export const nextBatchSeconds = ({ now, eta, before, latest, watched }: BatchTold): number =>
  nextPositionBatchSeconds({
    secondsToArrival: eta && secondsBetween(now, eta.expectedAt),
    moving: !before || !latest || metresBetween(before.location, latest.location) >= stillMetres,
    watched,
  });

/** Below it a fix wanders by itself. */
const stillMetres = 50;
