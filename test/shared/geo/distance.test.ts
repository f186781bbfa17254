import { distance } from '@turf/distance';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/model/place.ts';

const anyPosition = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

const turf = (from: Position, to: Position): number => distance(from, to, { units: 'meters' });

// Towards the antipodes one unit in the last place of the haversine is some 10 cm, in Turf's formula as in ours.
test('a distance is the one that Turf gives, to a metre anywhere on earth', () => {
  fc.assert(
    fc.property(anyPosition, anyPosition, (from: Position, to: Position) => {
      expect(Math.abs(metresBetween(from, to) - turf(from, to))).toBeLessThan(1);
    }),
  );
});

test('within a country it is the same to a millimetre', () => {
  const nearBy = fc.double({ min: -5, max: 5, noNaN: true });
  fc.assert(
    fc.property(nearBy, nearBy, (longitude, latitude) => {
      const to: Position = [-71 + longitude, 42 + latitude];
      expect(metresBetween([-71, 42], to)).toBeCloseTo(turf([-71, 42], to), 3);
    }),
  );
});

test('from South Station to Logan Airport it is about four kilometres', () => {
  expect(metresBetween([-71.0552, 42.3519], [-71.0096, 42.3656])).toBeGreaterThan(3_900);
  expect(metresBetween([-71.0552, 42.3519], [-71.0096, 42.3656])).toBeLessThan(4_200);
});
