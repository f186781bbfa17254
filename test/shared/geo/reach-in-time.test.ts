import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { describe, expect, it } from 'vitest';
import { metresBetween } from '../../../shared/geo/distance.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { reachInTime, type Parts } from '../../../shared/geo/reach-in-time.ts';
import type { Area, Position } from '../../../shared/model/place.ts';
import { boston } from '../../builders/a-territory.ts';

const box = (west: number, south: number, east: number, north: number): Area => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});
const town = box(-71.2, 42.2, -70.9, 42.5);

const holds = (parts: Parts, place: Position): boolean =>
  parts.length > 0 && booleanPointInPolygon(place, { type: 'MultiPolygon', coordinates: parts });

describe('reach in time', () => {
  it('holds the places that somebody reaches and leaves out those that nobody does', () => {
    const secondsTo = estimatedTravel.reach([boston]);
    const { reached, notReached } = reachInTime({ area: town, secondsTo, seconds: 900 });
    const near: Position = [boston[0] + 0.01, boston[1]];
    const far: Position = [-71.19, 42.49];
    expect(secondsTo(near)).toBeLessThan(900);
    expect(secondsTo(far)).toBeGreaterThan(900);
    expect([holds(reached, near), holds(notReached, near)]).toEqual([true, false]);
    expect([holds(reached, far), holds(notReached, far)]).toEqual([false, true]);
  });

  it('tells the share of the area that is left: a circle of three kilometres out of the town', () => {
    const secondsTo = (place: Position) => metresBetween(boston, place);
    const { areaSquareMetres, notReachedShare } = reachInTime({ area: town, secondsTo, seconds: 3000 });
    const expected = 1 - (Math.PI * 3000 ** 2) / areaSquareMetres;
    expect(notReachedShare).toBeCloseTo(expected, 2);
  });

  it('says that all is left where nobody is there, and nothing where all is near', () => {
    expect(reachInTime({ area: town, secondsTo: () => Infinity, seconds: 900 })).toMatchObject({
      reached: [],
      notReachedShare: expect.closeTo(1, 6),
    });
    expect(reachInTime({ area: town, secondsTo: () => 10, seconds: 900 })).toMatchObject({
      notReached: [],
      notReachedShare: 0,
    });
  });
});
