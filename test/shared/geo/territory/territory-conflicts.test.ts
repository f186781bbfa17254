import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Polygon, Position } from '../../../../shared/model/place.ts';
import { areaFigures } from '../../../../shared/geo/area-figures.ts';
import { territoryOf } from '../../../../shared/geo/territory-of.ts';
import { territoryGaps } from '../../../../shared/geo/territory/territory-gaps.ts';
import { territoryOverlaps } from '../../../../shared/geo/territory/territory-overlaps.ts';
import { aSquare, aTerritory, boston } from '../../../builders/a-territory.ts';
import { anId } from '../../../builders/an-id.ts';

const at = (east: number, north: number, halfDegrees = 0.05) =>
  aTerritory({ id: anId('territory'), area: aSquare([boston[0] + east, boston[1] + north], halfDegrees) });

describe('territories that overlap', () => {
  test('are told with the common piece and its size, the largest first', () => {
    const [middle, slightly, half] = [at(0, 0), at(0.09, 0), at(0, 0.05)];
    const overlaps = territoryOverlaps([half, middle, slightly]);
    expect(overlaps.map(({ territoryIds }) => territoryIds)).toContainEqual([middle.id, half.id]);
    const [largest] = overlaps;
    expect(largest?.squareMetres).toBeCloseTo(areaFigures(middle.area).squareMetres / 2, -5);
    expect(overlaps.map(({ squareMetres }) => squareMetres)).toEqual(
      overlaps.map(({ squareMetres }) => squareMetres).toSorted((a, b) => b - a),
    );
  });

  test('are none where they only share a border', () => {
    expect(territoryOverlaps([at(0, 0), at(0.1, 0), at(0, 0.1)])).toEqual([]);
  });
});

/** From one longitude to another, east of the middle, over the height of a territory. */
const aStrip = (from: number, to: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [boston[0] + from, boston[1] - 0.05],
      [boston[0] + to, boston[1] - 0.05],
      [boston[0] + to, boston[1] + 0.05],
      [boston[0] + from, boston[1] + 0.05],
      [boston[0] + from, boston[1] - 0.05],
    ],
  ],
});

describe('gaps between territories', () => {
  const around = [
    at(0, 0.1, 0.05),
    at(0.1, 0.1),
    at(0.1, 0),
    at(0.1, -0.1),
    at(0, -0.1),
    at(-0.1, -0.1),
    at(-0.1, 0),
    at(-0.1, 0.1),
  ];

  test('are what they enclose and none of them serves, with those around it', () => {
    const [gap, ...others] = territoryGaps(around);
    expect(others).toEqual([]);
    expect(gap?.squareMetres).toBeCloseTo(areaFigures(aSquare(boston)).squareMetres, -6);
    expect(gap?.territoryIds.length).toBe(8);
  });

  test('are found although hand-drawn borders leave cracks to the outside', () => {
    const cracked = around.map((territory, i) =>
      i === 1 ? { ...territory, area: aSquare([boston[0] + 0.10002, boston[1] + 0.1]) } : territory,
    );
    expect(territoryGaps(cracked).length).toBe(1);
  });

  test('are also strips that run out into the open between two borders, with both of them', () => {
    const [west, east] = [at(0, 0), at(0.102, 0)]; // 164 m apart at this latitude
    const [gap, ...others] = territoryGaps([east, west]);
    expect(others).toEqual([]);
    expect([gap?.shape, gap?.territoryIds]).toEqual(['open', [west.id, east.id]]);
    expect(gap?.squareMetres).toBeCloseTo(areaFigures(aStrip(0.05, 0.052)).squareMetres, -4);
  });

  test('are not strips that a third territory serves, nor land between territories far apart', () => {
    const between = aTerritory({ id: anId('territory'), area: aStrip(0.05, 0.052) });
    expect(territoryGaps([at(0, 0), at(0.102, 0), between])).toEqual([]);
    expect(territoryGaps([at(0, 0), at(0.105, 0)])).toEqual([]);
  });

  test('are not where the border of two ends at the outside, be it straight or at a corner', () => {
    expect(territoryGaps([at(0, 0), at(0.1, 0), at(0.2, 0.05)])).toEqual([]);
  });

  test('are closed by the territory that fills them', () => {
    expect(territoryGaps([...around, at(0, 0)])).toEqual([]);
  });

  test('are not what lies outside of all', () => {
    expect(territoryGaps([at(0, 0), at(1, 0)])).toEqual([]);
    expect(territoryGaps([])).toEqual([]);
  });
});

describe('a request on a border', () => {
  const west = aTerritory({ id: anId('territory'), name: 'West' });
  const crackDegrees = 0.000004; // 0.33 m at this latitude
  const east = aTerritory({
    id: anId('territory'),
    name: 'East',
    area: aSquare([boston[0] + 0.1 + crackDegrees, boston[1]]),
  });

  test('that runs through a crack between two drawings still has a territory', () => {
    const inCrack: Position = [boston[0] + 0.05 + crackDegrees / 2, boston[1]];
    expect(territoryOf(inCrack, [east, west])?.name).toBe('West');
  });

  test('has one and the same, wherever on the border and in whatever order they are asked', () => {
    const touching = [at(0, 0), at(0.1, 0), at(0, 0.1), at(0.1, 0.1)];
    const onBorder = fc
      .double({ min: -0.05, max: 0.15, noNaN: true })
      .map((north): Position => [boston[0] + 0.05, boston[1] + north]);
    fc.assert(
      fc.property(onBorder, fc.shuffledSubarray(touching, { minLength: 4 }), (point, shuffled) => {
        const first = territoryOf(point, touching);
        expect(first).toBeDefined();
        expect(territoryOf(point, shuffled)?.id).toBe(first?.id);
      }),
    );
  });

  test('on the date line is placed like any other', () => {
    const fiji = aTerritory({
      area: {
        type: 'MultiPolygon',
        coordinates: [
          [
            [
              [177, -19],
              [180, -19],
              [180, -16],
              [177, -16],
              [177, -19],
            ],
          ],
          [
            [
              [-180, -19],
              [-179, -19],
              [-179, -16],
              [-180, -16],
              [-180, -19],
            ],
          ],
        ],
      },
    });
    expect([territoryOf([179.9, -17], [fiji])?.id, territoryOf([-179.9, -17], [fiji])?.id]).toEqual([fiji.id, fiji.id]);
    expect(territoryOf([180, -17], [fiji])?.id).toBe(fiji.id);
    expect(territoryOf([-178, -17], [fiji])).toBeUndefined();
  });
});

describe('the figures of a shape', () => {
  test('a square fills its hull and has π/4 of a circle’s compactness', () => {
    const figures = areaFigures(aSquare([0.5, 0.0001], 0.02));
    expect(figures.hullRatio).toBeCloseTo(1, 3);
    expect(figures.polsbyPopper).toBeCloseTo(Math.PI / 4, 3);
  });

  test('a narrow strip is less compact than a square, and a bay lowers the share of the hull', () => {
    const strip = areaFigures({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 0.01],
          [0, 0.01],
          [0, 0],
        ],
      ],
    });
    expect(strip.polsbyPopper).toBeLessThan(0.05);
    expect(strip.hullRatio).toBeCloseTo(1, 2);
    const bay = areaFigures({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0.9, 1],
          [0.9, 0.1],
          [0.1, 0.1],
          [0.1, 1],
          [0, 1],
          [0, 0],
        ],
      ],
    });
    expect(bay.hullRatio).toBeCloseTo(0.28, 2);
  });
});
