import { describe, expect, test } from 'vitest';
import type { Position } from '../../../../shared/model/place.ts';
import type { RoadTile } from '../../../../shared/geo/road-map/road-tile.ts';
import { roadsInTile } from '../../../../shared/geo/road-map/roads-in-tile.ts';
import { simplifiedLine } from '../../../../shared/geo/road-map/simplified-line.ts';
import { aRoadSource, aRoadWay, builtRoads } from '../../../builders/a-road-source.ts';

/** A road east and one north from a corner, with a street between them; all of them ways in a circle. */
const corner: Position = [-8.61, 41.15];
const places: Position[] = [corner, [-8.605, 41.15001], [-8.6, 41.15], [-8.61, 41.157], [-8.6, 41.157]];
const { network } = builtRoads(
  aRoadSource(places, [
    aRoadWay(1, [0, 1, 2], { roadClass: 'trunk' }),
    aRoadWay(2, [2, 4], { roadClass: 'secondary' }),
    aRoadWay(3, [4, 3], { roadClass: 'street' }),
    aRoadWay(4, [3, 0], { roadClass: 'service' }),
  ]),
);
const tileAt = ([longitude, latitude]: Position, zoom: number): RoadTile => {
  const sine = Math.sin((latitude * Math.PI) / 180);
  const across = 2 ** zoom;
  return {
    zoom,
    x: Math.floor(((longitude + 180) / 360) * across),
    y: Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * across),
  };
};
const counts = (tile: RoadTile) => {
  const { major, middle, minor } = roadsInTile(network, tile);
  return [major.length, middle.length, minor.length];
};

describe('the roads of a square', () => {
  test('are the fewer the farther out one looks, and never yards and footways', () => {
    expect(counts(tileAt(corner, 14))).toEqual([1, 1, 1]);
    expect(counts(tileAt(corner, 12))).toEqual([1, 1, 0]);
    expect(counts(tileAt(corner, 8))).toEqual([1, 0, 0]);
  });

  test('are not those of another square', () => {
    const there = tileAt(corner, 14);
    expect(counts({ ...there, x: there.x + 3 })).toEqual([0, 0, 0]);
  });

  test('lose what is less than a pixel, and keep their ends', () => {
    const [line] = roadsInTile(network, tileAt(corner, 8)).major;
    expect(line).toHaveLength(2);
    const [east = 0, west = 0] = line?.map(([x]) => x).sort() ?? [];
    expect(east).toBeCloseTo(-8.6, 2);
    expect(west).toBeCloseTo(-8.61, 2);
  });

  test('stay in one piece over the date line', () => {
    const ways = [aRoadWay(1, [0, 1], { roadClass: 'primary' }), aRoadWay(2, [1, 2], { roadClass: 'primary' })];
    const fiji: Position[] = [
      [179.99, -16.8],
      [-179.99, -16.8],
      [-179.99, -16.79],
    ];
    const over = builtRoads(aRoadSource(fiji, ways)).network;
    for (const place of fiji.slice(0, 2)) {
      const lines = roadsInTile(over, tileAt(place, 14)).major;
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const longitudes = line.map(([x]) => x);
        expect(Math.max(...longitudes) - Math.min(...longitudes)).toBeLessThan(0.1);
      }
    }
  });
});

test('a square with more roads than can be sent loses its least class, not some roads of each', () => {
  const wiggly = (row: number): Position[] =>
    Array.from({ length: 4000 }, (_, i) => [-8.61 + i * 4e-6, 41.15 + row * 4e-4 + (i % 2) * 1e-4]);
  const rows = [0, 1, 2, 3, 4].map(wiggly);
  const ways = rows.map((row, r) =>
    aRoadWay(
      r,
      [...row.keys()].map((i) => r * 4000 + i),
      { roadClass: r === 0 ? 'primary' : 'street' },
    ),
  );
  const crowded = builtRoads(aRoadSource(rows.flat(), [...ways, aRoadWay(9, [0, 4000, 8000, 12_000, 16_000], {})]));
  const lines = roadsInTile(crowded.network, tileAt([-8.606, 41.1505], 14));
  expect(lines.major.length).toBeGreaterThan(0);
  expect(lines.minor).toEqual([]);
});

test('a simplified line stays within its tolerance of every point that was left out', () => {
  const line = Array.from({ length: 200 }, (_, i): Position => [i / 1000, Math.sin(i / 20) / 100]);
  const simple = simplifiedLine(line, 0.001);
  expect(simple.length).toBeLessThan(40);
  for (const [x, y] of line) {
    const at = simple.findIndex(([end]) => end >= x);
    const [[ax, ay], [bx, by]] = [simple[Math.max(0, at - 1)] ?? [0, 0], simple[at] ?? [0, 0]];
    const onLine = bx === ax ? by : ay + ((by - ay) * (x - ax)) / (bx - ax);
    expect(Math.abs(onLine - y)).toBeLessThan(0.0012);
  }
});
