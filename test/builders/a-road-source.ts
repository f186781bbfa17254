import type { Position } from '../../shared/model/place.ts';
import { connectedPart } from '../../shared/geo/road/build/connected-part.ts';
import { graphOf } from '../../shared/geo/road/build/graph-of.ts';
import { networkOf } from '../../shared/geo/road/build/network-of.ts';
import type { RoadGraph } from '../../shared/geo/road/build/road-graph.ts';
import {
  nodeBits,
  type RoadSource,
  type RoadWay,
  type TurnCosts,
  type WayRestriction,
} from '../../shared/geo/road/build/road-source.ts';
import type { RoadNetwork } from '../../shared/geo/road/road-network.ts';
import { seededRandom } from '../../shared/routing/seeded-random.ts';

const pace = { metresPerSecond: 10, reluctance: 1 };

export const noTurnCosts: TurnCosts = {
  turnSeconds: 0,
  bias: 1,
  uTurnSeconds: 0,
  signalSeconds: 0,
  leftHandTraffic: false,
};
export const carTurnCosts: TurnCosts = {
  turnSeconds: 7.5,
  bias: 1.075,
  uTurnSeconds: 20,
  signalSeconds: 2,
  leftHandTraffic: false,
};

/** A street of 10 m/s both ways; change what matters. */
export const aRoadWay = (id: number, nodes: readonly number[], change: Partial<RoadWay> = {}): RoadWay => ({
  id,
  nodes,
  name: `Street ${id}`,
  roadClass: 'street',
  forward: pace,
  backward: pace,
  restricted: false,
  roundabout: false,
  ...change,
});

export const aRoadSource = (
  nodes: readonly Position[],
  ways: readonly RoadWay[],
  change: Partial<RoadSource> = {},
): RoadSource => ({
  longitudes: Float64Array.from(nodes, ([longitude]) => longitude),
  latitudes: Float64Array.from(nodes, ([, latitude]) => latitude),
  nodeFlags: new Uint8Array(nodes.length),
  ways,
  restrictions: [],
  wayRestrictions: [],
  ...change,
});

export interface BuiltRoads {
  readonly graph: RoadGraph;
  readonly network: RoadNetwork;
}

export const builtRoads = (source: RoadSource, costs: TurnCosts = noTurnCosts): BuiltRoads => {
  const { graph } = connectedPart(graphOf(source, costs));
  const origin = {
    name: 'test',
    profile: 'car',
    extract: 'test.osm.pbf',
    importedAt: '2026-05-12T12:00:00.000Z',
    attribution: '© OpenStreetMap contributors',
  };
  return { graph, network: networkOf(graph, source, origin) };
};

/** Streets between random nodes: one-way, narrow, private, with lights, barriers, forbidden turns and parts that hang together with nothing. */
export const aRandomRoadSource = (seed: number, nodeCount: number): RoadSource => {
  const random = seededRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const nodes = Array.from({ length: nodeCount }, (): Position => [-8.6 + random() / 50, 41.15 + random() / 50]);
  const ways = Array.from({ length: Math.round(nodeCount * 0.9) }, (_, index) => {
    const line = Array.from({ length: 2 + pick(3) }, () => pick(nodeCount)).filter(
      (node, i, all) => node !== all[i - 1],
    );
    const fast = { metresPerSecond: 5 + pick(20), reluctance: random() < 0.1 ? 2 : 1 };
    const side = random();
    return aRoadWay(index, line, {
      name: `Street ${pick(5)}`,
      forward: side < 0.15 ? undefined : fast,
      backward: side > 0.7 ? undefined : fast,
      restricted: random() < 0.05,
    });
  }).filter(({ nodes: { length } }) => length > 1);
  const nodeFlags = Uint8Array.from(nodes, () =>
    random() < 0.05 ? nodeBits.signalForward : random() < 0.03 ? nodeBits.blocked : 0,
  );
  const wayAt = () => ways[pick(ways.length)];
  const restrictions = Array.from({ length: nodeCount }, () => {
    const [from, to] = [wayAt(), wayAt()];
    const kind = random() < 0.5 ? ('no' as const) : ('only' as const);
    return { kind, fromWay: from?.id ?? 0, viaNode: from?.nodes[from.nodes.length - 1] ?? 0, toWay: to?.id ?? 0 };
  });
  const endingAt = (node: number | undefined) => ways.filter((way) => [way.nodes[0], way.nodes.at(-1)].includes(node));
  const wayRestrictions = ways.flatMap((via): WayRestriction[] => {
    const [from, to] = [endingAt(via.nodes[0]).at(-1), endingAt(via.nodes.at(-1)).at(0)];
    if (!from || !to || from === via || to === via || random() < 0.5) return [];
    return [{ kind: random() < 0.8 ? 'no' : 'only', fromWay: from.id, viaWays: [via.id], toWay: to.id }];
  });
  return aRoadSource(nodes, ways, { nodeFlags, restrictions, wayRestrictions });
};
