import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { nearestPlaces } from '../../../shared/geo/nearest-places.ts';
import type { Position } from '../../../shared/model/place.ts';
import { boston } from '../../builders/a-territory.ts';

const about = (degrees: number): fc.Arbitrary<Position> =>
  fc.tuple(
    fc.double({ min: boston[0] - degrees, max: boston[0] + degrees, noNaN: true }),
    fc.double({ min: boston[1] - degrees, max: boston[1] + degrees, noNaN: true }),
  );

test('the nearest places are those of the great circle, in order, to half a percent', () => {
  fc.assert(
    fc.property(fc.array(about(0.5), { maxLength: 60 }), about(0.5), (places, to) => {
      const near = nearestPlaces(places, to, 5);
      expect(near).toHaveLength(Math.min(5, places.length));
      const exact = places.map((place) => metresBetween(place, to)).sort((a, b) => a - b);
      near.forEach(({ index, metres }, i) => {
        expect(Math.abs(metres - metresBetween(places[index] ?? to, to))).toBeLessThan(0.006 * metres + 0.01);
        expect(metres).toBeLessThan(1.012 * (exact[i] ?? 0) + 0.01);
      });
    }),
  );
});

test('a place across the date line is near', () => {
  expect(
    nearestPlaces(
      [
        [179.99, -17],
        [170, -17],
      ],
      [-179.99, -17],
      1,
    )[0],
  ).toMatchObject({ index: 0 });
});

test('places at the same distance keep their order', () => {
  expect(nearestPlaces([boston, boston, boston], boston, 2).map(({ index }) => index)).toEqual([0, 1]);
});
