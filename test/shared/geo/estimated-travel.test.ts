import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import type { Position } from '../../../shared/model/place.ts';
import { boston } from '../../builders/a-territory.ts';

const inTown = fc.tuple(
  fc.double({ min: -71.2, max: -70.9, noNaN: true }),
  fc.double({ min: 42.2, max: 42.5, noNaN: true }),
);

describe('estimated travel', () => {
  test('is longer than the straight line and takes plausible minutes through town', () => {
    const to: Position = [-71.01, 42.36];
    const { seconds, metres } = estimatedTravel.travel(boston, to);
    expect(metres).toBe(Math.round(metresBetween(boston, to) * 1.3));
    expect(seconds / 60).toBeGreaterThan(8);
    expect(seconds / 60).toBeLessThan(20);
  });

  test('takes no time to where one already stands', () => {
    expect(estimatedTravel.travel(boston, boston)).toEqual({ seconds: 0, metres: 0 });
  });

  test('is never quicker by way of a third place', () => {
    fc.assert(
      fc.property(inTown, inTown, inTown, (a: Position, b: Position, c: Position) => {
        fc.pre(metresBetween(a, b) > 10 && metresBetween(b, c) > 10);
        const direct = estimatedTravel.travel(a, c).seconds;
        expect(direct).toBeLessThanOrEqual(estimatedTravel.travel(a, b).seconds + estimatedTravel.travel(b, c).seconds);
      }),
    );
  });

  test('says the same in a matrix as leg by leg', () => {
    fc.assert(
      fc.property(fc.array(inTown, { minLength: 1, maxLength: 6 }), (places: Position[]) => {
        const matrix = estimatedTravel.matrix(places);
        places.forEach((from, i) =>
          places.forEach((to, j) => {
            if (i === j) return;
            const leg = { seconds: matrix.seconds[i * matrix.size + j], metres: matrix.metres[i * matrix.size + j] };
            expect(leg).toEqual(estimatedTravel.travel(from, to));
          }),
        );
      }),
      { numRuns: 30 },
    );
  });
});
