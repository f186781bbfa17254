import { describe, expect, it } from 'vitest';
import { nearestRoad } from '../../../../shared/geo/road/nearest-road.ts';
import { roadRoute } from '../../../../shared/geo/road/road-route.ts';
import { routeBetween } from '../../../../shared/geo/road/route-between.ts';
import { searchesOf } from '../../../../shared/geo/road/searches-of.ts';
import type { Position } from '../../../../shared/model/place.ts';
import { aRoadSource, aRoadWay, builtRoads } from '../../../builders/a-road-source.ts';

const side = 0.008983;
const corners: Position[] = [
  [1, 1],
  [1 + side, 1],
  [1 + side, 1 + side],
  [1, 1 + side],
];
const { network } = builtRoads(
  aRoadSource(corners, [aRoadWay(1, [0, 1]), aRoadWay(2, [1, 2]), aRoadWay(3, [2, 3, 0])]),
);

const routed = (from: Position, to: Position) => {
  const roads = nearestRoad(network);
  const [a, b] = [roads.find(from), roads.find(to)];
  const path = a && b && routeBetween(network, searchesOf(network), a, b);
  if (!path) throw new Error('no way');
  return roadRoute(network, path, a, b);
};

describe('a route', () => {
  it('is told by roads and turns, with what each takes', () => {
    const { steps, seconds, metres } = routed([1 + side / 2, 1], [1 + side, 1 + side / 2]);
    expect(steps).toMatchObject([
      { turn: 'depart', name: 'Street 1', metres: expect.closeTo(500, -1) },
      { turn: 'left', name: 'Street 2', metres: expect.closeTo(500, -1) },
    ]);
    expect(seconds).toBeCloseTo(100, 0);
    expect(steps.reduce((sum, step) => sum + step.seconds, 0)).toBeCloseTo(seconds, 2);
    expect(steps.reduce((sum, step) => sum + step.metres, 0)).toBeCloseTo(metres, 0);
  });

  it('is drawn from where it begins to where it ends, over the corners between', () => {
    const { line } = routed([1 + side / 2, 1], [1 + side, 1 + side / 2]);
    expect(line.map((point) => point.map((value) => Math.round(value * 1e5) / 1e5))).toEqual([
      [1.00449, 1],
      [1.00898, 1],
      [1.00898, 1.00449],
    ]);
  });

  it('along one road is that piece of it, in the direction that is driven', () => {
    const { line, steps } = routed([1 + side * 0.75, 1], [1 + side * 0.25, 1]);
    expect(line).toHaveLength(2);
    expect(line[0]?.[0]).toBeGreaterThan(line[1]?.[0] ?? 9);
    expect(steps).toMatchObject([{ turn: 'depart', metres: expect.closeTo(500, -1) }]);
  });
});
