import { describe, expect, it } from 'vitest';
import { nextPositionBatchSeconds, type PositionInterest } from '../../../shared/rules/next-position-batch.ts';

const far: PositionInterest = { secondsToArrival: 1200, moving: true, watched: true };

describe('The next positions are sent', () => {
  it.each([
    ['within a minute while a console looks at the territory', {}, 60],
    ['within two minutes where nobody looks', { watched: false }, 120],
    ['sooner when the customer looks out for him', { secondsToArrival: 600 }, 30],
    ['soonest when he arrives, whoever looks', { secondsToArrival: 180, watched: false }, 15],
    ['seldom while he stands somewhere on his way', { moving: false, secondsToArrival: 600 }, 120],
    ['soonest also when he stands before the door', { moving: false, secondsToArrival: 20 }, 15],
    ['within a minute where nobody knows when he arrives', { secondsToArrival: undefined }, 60],
  ])('%s', (_when, interest, seconds) => {
    expect(nextPositionBatchSeconds({ ...far, ...interest })).toBe(seconds);
  });
});
