import { distance } from '@turf/distance';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/model/place.ts';

const anyPosition = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

test('a distance is the one that Turf gives', () => {
  fc.assert(
    fc.property(anyPosition, anyPosition, (from: Position, to: Position) => {
      expect(metresBetween(from, to)).toBeCloseTo(distance(from, to, { units: 'meters' }), 1);
    }),
  );
});

test('from South Station to Logan Airport it is about four kilometres', () => {
  expect(metresBetween([-71.0552, 42.3519], [-71.0096, 42.3656])).toBeGreaterThan(3_900);
  expect(metresBetween([-71.0552, 42.3519], [-71.0096, 42.3656])).toBeLessThan(4_200);
});
