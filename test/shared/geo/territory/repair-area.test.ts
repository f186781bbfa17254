import { describe, expect, test } from 'vitest';
import type { Position } from '../../../../shared/model/place.ts';
import { areaFigures } from '../../../../shared/geo/area-figures.ts';
import { repairArea } from '../../../../shared/geo/territory/repair-area.ts';
import { ringCrossing } from '../../../../shared/geo/territory/ring-crossing.ts';
import { aSquare, boston } from '../../../builders/a-territory.ts';

const square = aSquare(boston);
const ring = square.coordinates[0] ?? [];
const polygon = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates });
const repairsOf = (geometry: unknown) => {
  const repaired = repairArea(geometry);
  return repaired.ok ? repaired.repairs : repaired.reason;
};
const areaOf = (geometry: unknown) => {
  const repaired = repairArea(geometry);
  if (!repaired.ok) throw new Error(repaired.reason);
  return repaired.area;
};

describe('the repair of an area', () => {
  test('leaves a sound area as it is', () => {
    expect(repairArea(square)).toEqual({ ok: true, area: square, repairs: [] });
  });

  test('closes a ring that was left open', () => {
    expect(repairArea(polygon(ring.slice(0, -1)))).toEqual({ ok: true, area: square, repairs: ['ring-closed'] });
  });

  test('turns an outer ring that runs clockwise, and a hole that runs anticlockwise', () => {
    const hole = [
      [-71.07, 42.35],
      [-71.05, 42.35],
      [-71.05, 42.37],
      [-71.07, 42.35],
    ];
    expect(areaOf(polygon(ring.toReversed(), hole)).coordinates).toEqual([expect.anything(), hole.toReversed()]);
    expect(repairsOf(polygon(ring.toReversed(), hole))).toEqual(['winding-turned']);
  });

  test('takes repeated corners and altitudes away', () => {
    const heavy = ring.flatMap(([x, y]) => [
      [x, y, 12],
      [x, y, 12],
    ]);
    expect(repairsOf(polygon(heavy))).toEqual(['altitude-dropped', 'duplicate-points-removed']);
    expect(areaOf(polygon(heavy))).toEqual(square);
  });

  test('makes two parts of a bow tie, with the area of both', () => {
    const [west, south, east, north] = [-71.1, 42.3, -71, 42.4];
    const tie = [
      [west, south],
      [east, north],
      [east, south],
      [west, north],
      [west, south],
    ];
    const repaired = areaOf(polygon(tie));
    expect(repaired.type).toBe('MultiPolygon');
    expect(ringCrossing(repaired)).toBeUndefined();
    const whole = areaFigures({
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
    expect(areaFigures(repaired).squareMetres / whole.squareMetres).toBeCloseTo(0.5, 2);
    expect(repairsOf(polygon(tie))).toContain('self-intersection-resolved');
  });

  test('cuts a spike off', () => {
    const [first, second, ...rest] = ring;
    const spiked = [first, second, [(second?.[0] ?? 0) + 0.3, second?.[1] ?? 0], second, ...rest];
    expect(areaFigures(areaOf(polygon(spiked))).squareMetres).toBeCloseTo(areaFigures(square).squareMetres, -1);
  });

  test('joins parts that lie over one another and keeps those that do not', () => {
    const near = aSquare([boston[0] + 0.05, boston[1]]).coordinates;
    const far = aSquare([boston[0] + 1, boston[1]]).coordinates;
    expect(areaOf({ type: 'MultiPolygon', coordinates: [square.coordinates, near] }).type).toBe('Polygon');
    expect(areaOf({ type: 'MultiPolygon', coordinates: [square.coordinates, far] }).type).toBe('MultiPolygon');
  });

  test('writes a MultiPolygon of one part as a Polygon', () => {
    expect(areaOf({ type: 'MultiPolygon', coordinates: [square.coordinates] })).toEqual(square);
  });

  test('swaps coordinates that were written latitude first, where no other reading is possible', () => {
    const tokyo: Position[] = [
      [139.6, 35.6],
      [139.8, 35.6],
      [139.8, 35.8],
      [139.6, 35.8],
      [139.6, 35.6],
    ];
    const swapped = tokyo.map(([longitude, latitude]) => [latitude, longitude]);
    expect(areaOf(polygon(swapped))).toEqual(polygon(tokyo));
    expect(repairsOf(polygon(swapped))).toContain('axes-swapped');
  });

  test('keeps at most 2,000 corners, and the shape with them', () => {
    const circle = Array.from({ length: 5000 }, (_, i) => {
      const angle = (i / 5000) * 2 * Math.PI;
      return [boston[0] + 0.05 * Math.cos(angle), boston[1] + 0.05 * Math.sin(angle)];
    });
    const repaired = areaOf(polygon([...circle, circle[0]]));
    const corners = repaired.coordinates.flat().length;
    expect(corners).toBeLessThanOrEqual(2000);
    expect(corners).toBeGreaterThan(1900);
    expect(areaFigures(repaired).hullRatio).toBeGreaterThan(0.999);
    expect(repairsOf(polygon([...circle, circle[0]]))).toContain('simplified');
  });

  test.each([
    ['a line', { type: 'LineString', coordinates: ring }, 'no-area'],
    ['nothing', null, 'no-area'],
    [
      'a word for a number',
      polygon([
        ['x', 1],
        [1, 2],
        [2, 1],
        ['x', 1],
      ]),
      'unreadable-position',
    ],
    [
      'metres for degrees',
      polygon([
        [500_000, 4_000_000],
        [500_100, 4_000_000],
        [500_100, 4_000_100],
        [500_000, 4_000_000],
      ]),
      'outside-the-world',
    ],
    [
      'two corners',
      polygon([
        [1, 1],
        [2, 2],
      ]),
      'nothing-left',
    ],
    [
      'a ring without extent',
      polygon([
        [1, 1],
        [2, 2],
        [3, 3],
        [1, 1],
      ]),
      'nothing-left',
    ],
  ])('refuses %s and says why', (_what, geometry, reason) => {
    expect(repairArea(geometry)).toEqual({ ok: false, reason });
  });
});
