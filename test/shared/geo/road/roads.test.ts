import { describe, expect, it } from 'vitest';
import { nodeBits, type RoadSource } from '../../../../shared/geo/road/build/road-source.ts';
import { manyToMany } from '../../../../shared/geo/road/many-to-many.ts';
import { farthest } from '../../../../shared/geo/road/farthest.ts';
import { nearestRoad } from '../../../../shared/geo/road/nearest-road.ts';
import { searchesOf } from '../../../../shared/geo/road/searches-of.ts';
import type { Position } from '../../../../shared/model/place.ts';
import { aRoadSource, aRoadWay, builtRoads, carTurnCosts, noTurnCosts } from '../../../builders/a-road-source.ts';

const pace = { metresPerSecond: 10, reluctance: 1 };

/** Seconds on the road from place to place, nothing added. */
const secondsBetween = (source: RoadSource, from: Position, to: Position, costs = noTurnCosts): number => {
  const { network } = builtRoads(source, costs);
  const roads = nearestRoad(network);
  const [a, b] = [roads.find(from), roads.find(to)];
  if (!a || !b) throw new Error('no road there');
  const milliseconds = manyToMany(network, searchesOf(network), [a], [b]).milliseconds[0] ?? farthest;
  return milliseconds >= farthest ? Infinity : milliseconds / 1000;
};

/** About 1,000 m a side at the equator, going round: 0 south-west, 1 south-east, 2 north-east, 3 north-west. */
const side = 0.008983;
const corners: Position[] = [
  [1, 1],
  [1 + side, 1],
  [1 + side, 1 + side],
  [1, 1 + side],
];
const [southWest, southEast] = [corners[0], corners[1]] as [Position, Position];
const south: Position = [1 + side / 2, 1];
const west: Position = [1, 1 + side / 2];
const block = (change = {}) => [
  aRoadWay(1, [0, 1], change),
  aRoadWay(2, [1, 2]),
  aRoadWay(3, [2, 3]),
  aRoadWay(4, [3, 0]),
];

describe('roads', () => {
  it('are driven at their pace', () => {
    expect(secondsBetween(aRoadSource(corners, block()), southWest, southEast)).toBeCloseTo(100, 0);
  });

  it('are one-way: there directly, back around the block', () => {
    const oneWay = aRoadSource(corners, block({ backward: undefined }));
    expect(secondsBetween(oneWay, southWest, southEast)).toBeCloseTo(100, 0);
    expect(secondsBetween(oneWay, southEast, southWest)).toBeCloseTo(300, 0);
  });

  it('lead once around to a place just behind on a one-way road', () => {
    const oneWay = aRoadSource(corners, block({ backward: undefined }));
    const ahead: Position = [1 + side * 0.6, 1];
    expect(secondsBetween(oneWay, south, ahead)).toBeCloseTo(10, 0);
    expect(secondsBetween(oneWay, ahead, south)).toBeCloseTo(390, 0);
  });

  it('obey a forbidden turn and an only one', () => {
    const crossing = (kind: 'no' | 'only', toWay: number) =>
      aRoadSource([...corners, [1 - side, 1]], [...block(), aRoadWay(5, [0, 4]), aRoadWay(6, [4, 3])], {
        restrictions: [{ kind, fromWay: 1, viaNode: 0, toWay }],
      });
    const free = secondsBetween(crossing('no', 5), south, west);
    expect(free).toBeCloseTo(100, 0);
    expect(secondsBetween(crossing('no', 4), south, west)).toBeGreaterThan(200);
    expect(secondsBetween(crossing('only', 5), south, west)).toBeGreaterThan(200);
    expect(secondsBetween(crossing('no', 4), west, south)).toBeCloseTo(100, 0);
  });

  it('are closed by a barrier for who would pass, not for who goes up to it', () => {
    const nodes: Position[] = [...corners, [1 + side / 2, 1]];
    const ways = [aRoadWay(1, [0, 4, 1]), aRoadWay(2, [1, 2]), aRoadWay(3, [2, 3]), aRoadWay(4, [3, 0])];
    const nodeFlags = Uint8Array.from([0, 0, 0, 0, nodeBits.blocked]);
    expect(secondsBetween(aRoadSource(nodes, ways, { nodeFlags }), southWest, southEast)).toBeCloseTo(300, 0);
    expect(secondsBetween(aRoadSource(nodes, ways, { nodeFlags }), southEast, [1 + side * 0.51, 1])).toBeLessThan(50);
  });

  it('are not passed through where they are private, but end there', () => {
    const ways = [
      aRoadWay(1, [0, 1], { restricted: true }),
      aRoadWay(2, [1, 2]),
      aRoadWay(3, [2, 3]),
      aRoadWay(4, [3, 0]),
    ];
    const long: Position[] = [...corners, [1 - side, 1], [1 + 2 * side, 1]];
    const through = aRoadSource(long, [...ways, aRoadWay(5, [4, 0]), aRoadWay(6, [1, 5])]);
    expect(secondsBetween(through, [1 - side, 1], [1 + 2 * side, 1])).toBeCloseTo(500, -1);
    expect(secondsBetween(through, [1 - side, 1], south)).toBeCloseTo(150, 0);
  });

  it('cost time to turn, more across the oncoming traffic, and to wait at lights', () => {
    const cross: Position[] = [
      [1, 1],
      [1 - side, 1],
      [1 + side, 1],
      [1, 1 - side],
      [1, 1 + side],
    ];
    const ways = [aRoadWay(1, [1, 0]), aRoadWay(2, [0, 2]), aRoadWay(3, [3, 0]), aRoadWay(4, [0, 4])];
    const plain = aRoadSource(cross, ways);
    const [fromWest, toEast, toSouth, toNorth] = [cross[1], cross[2], cross[3], cross[4]] as [
      Position,
      Position,
      Position,
      Position,
    ];
    const straight = secondsBetween(plain, fromWest, toEast, carTurnCosts);
    const right = secondsBetween(plain, fromWest, toSouth, carTurnCosts);
    const left = secondsBetween(plain, fromWest, toNorth, carTurnCosts);
    expect(straight).toBeCloseTo(200, 0);
    expect(right - straight).toBeGreaterThan(1);
    expect(left - right).toBeGreaterThan(1);
    const lit = aRoadSource(cross, ways, { nodeFlags: Uint8Array.from([nodeBits.signalForward, 0, 0, 0, 0]) });
    expect(secondsBetween(lit, fromWest, toEast, carTurnCosts) - straight).toBeCloseTo(2, 1);
    // The lights stand for who comes along the way as it is drawn; from the east one comes against it.
    expect(secondsBetween(lit, toEast, fromWest, carTurnCosts)).toBeCloseTo(straight, 1);
  });

  it('that lead nowhere are left out: a place joins the road that one comes back from', () => {
    const trap = aRoadSource(
      [...corners, [1 + side / 2, 1 + side / 2]],
      [...block(), aRoadWay(5, [0, 4], { backward: undefined })],
    );
    expect(builtRoads(trap).network.facts.chains).toBe(4);
    expect(secondsBetween(trap, [1 + side / 2, 1 + side / 2], southWest)).toBeLessThan(200);
  });

  it('of two islands stay two: no road leads over', () => {
    const other = corners.map(([longitude, latitude]): Position => [longitude + 1, latitude]);
    const ways = [...block(), ...[5, 6, 7, 8].map((id, i) => aRoadWay(id, [4 + i, 4 + ((i + 1) % 4)]))];
    expect(secondsBetween(aRoadSource([...corners, ...other], ways), southWest, [2, 1])).toBe(Infinity);
  });

  it('go over the date line', () => {
    const nodes: Position[] = [
      [179.995, 1],
      [-179.995, 1],
      [-179.995, 1.01],
      [179.995, 1.01],
    ];
    const source = aRoadSource(nodes, block());
    expect(secondsBetween(source, [179.9951, 1], [-179.9951, 1])).toBeCloseTo(109, 0);
    const found = nearestRoad(builtRoads(source).network).find([-179.9999, 1.0001]);
    expect(found?.metres).toBeCloseTo(11, 0);
    expect(found?.position[0]).toBeCloseTo(-179.9999, 5);
  });

  it('are found only near: far away there is none', () => {
    const roads = nearestRoad(builtRoads(aRoadSource(corners, block())).network);
    expect(roads.find([1.5, 1.5])).toBeUndefined();
    expect(roads.find([1 + side / 2, 1 - 0.001])).toMatchObject({ metres: expect.closeTo(111.2, 0) });
    expect(roads.find([1 + side / 2, 1 - 0.001], 100)).toBeUndefined();
  });

  it('keep apart what counts and what it takes: a narrow road is avoided, but told with its own time', () => {
    const narrow = aRoadSource(corners, block({ forward: { ...pace, reluctance: 4 } }));
    expect(secondsBetween(narrow, southWest, southEast)).toBeCloseTo(300, 0);
    expect(secondsBetween(narrow, south, southEast)).toBeCloseTo(50, 0);
  });
});
