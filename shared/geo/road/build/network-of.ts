import Flatbush from 'flatbush';
import { chainBits, pointsPerDegree, type ArcTable, type RoadNetwork, type RoadNetworkFacts } from '../road-network.ts';
import { worldSize, worldX, worldY } from '../world-units.ts';
import type { ArcLists } from './arc-lists.ts';
import type { Chain } from './chain.ts';
import { contract } from './contract.ts';
import type { RoadGraph } from './road-graph.ts';
import { roadClasses, type RoadSource } from './road-source.ts';

/** What the importer knows of a network beside its roads. */
export type NetworkOrigin = Pick<RoadNetworkFacts, 'name' | 'profile' | 'extract' | 'importedAt' | 'attribution'>;

/** Contracts a graph and packs everything that queries need. `onProgress` hears the share that is contracted. */
export const networkOf = (
  graph: RoadGraph,
  source: Pick<RoadSource, 'longitudes' | 'latitudes'>,
  origin: NetworkOrigin,
  onProgress?: (share: number) => void,
): RoadNetwork => {
  const { arcs, rank } = contract(graph, onProgress);
  const count = rank.length;
  const nodeOf = rank.map((place) => count - 1 - place);
  const edgeOf = new Int32Array(count);
  nodeOf.forEach((node, edge) => (edgeOf[node] = edge));
  const byNode = (values: Int32Array): Int32Array => edgeOf.map((edge) => values[edge] ?? 0);
  const edgeChain = Uint32Array.from(edgeOf, (edge) => graph.edgeChain[edge] ?? 0);
  const shape = shapeOf(graph.chains, source);
  return {
    facts: { ...origin, bounds: boundsOf(shape.points), edges: count, chains: graph.chains.length },
    up: tableOf(arcs, 'out', edgeOf, nodeOf),
    down: tableOf(arcs, 'in', edgeOf, nodeOf),
    loop: {
      weight: byNode(arcs.loopWeight),
      time: byNode(arcs.loopTime),
      length: byNode(arcs.loopLength),
      middle: byNode(arcs.loopMiddle).map((edge) => (edge < 0 ? -1 : (nodeOf[edge] ?? -1))),
    },
    edgeChain,
    edgeWeight: byNode(graph.edgeWeight),
    edgeTime: byNode(graph.edgeTime),
    edgeLength: byNode(graph.edgeLength),
    ...chainEdgesOf(edgeChain, graph.chains.length),
    ...shape,
    ...namesOf(graph.chains),
    chainKind: Uint8Array.from(graph.chains, kindOf),
    index: indexOf(shape),
  };
};

const tableOf = (arcs: ArcLists, side: 'out' | 'in', edgeOf: Int32Array, nodeOf: Int32Array): ArcTable => {
  const [first, next, other] =
    side === 'out' ? [arcs.firstOut, arcs.nextOut, arcs.to] : [arcs.firstIn, arcs.nextIn, arcs.from];
  const start = new Uint32Array(edgeOf.length + 1);
  const order: number[] = [];
  edgeOf.forEach((edge, node) => {
    for (let arc = first[edge] ?? -1; arc >= 0; arc = next[arc] ?? -1) order.push(arc);
    start[node + 1] = order.length;
  });
  const pick = (values: Int32Array): Int32Array => Int32Array.from(order, (arc) => values[arc] ?? 0);
  return {
    start,
    other: Uint32Array.from(order, (arc) => nodeOf[other[arc] ?? 0] ?? 0),
    weight: pick(arcs.weight),
    time: pick(arcs.time),
    length: pick(arcs.length),
    middle: pick(arcs.middle).map((edge) => (edge < 0 ? -1 : (nodeOf[edge] ?? -1))),
  };
};

const chainEdgesOf = (edgeChain: Uint32Array, chains: number): Pick<RoadNetwork, 'chainEdges' | 'edgeTwin'> => {
  const chainEdges = new Int32Array(chains * 2).fill(-1);
  const edgeTwin = new Int32Array(edgeChain.length);
  edgeChain.forEach((code, edge) => {
    edgeTwin[edge] = chainEdges[code] ?? -1;
    chainEdges[code] = edge;
  });
  return { chainEdges, edgeTwin };
};

type Shape = Pick<RoadNetwork, 'chainPoints' | 'points'>;

const shapeOf = (
  chains: readonly Chain[],
  { longitudes, latitudes }: Pick<RoadSource, 'longitudes' | 'latitudes'>,
): Shape => {
  const chainPoints = new Uint32Array(chains.length + 1);
  chains.forEach(({ nodes }, index) => (chainPoints[index + 1] = (chainPoints[index] ?? 0) + nodes.length));
  const points = new Int32Array((chainPoints[chains.length] ?? 0) * 2);
  let at = 0;
  for (const { nodes } of chains) {
    for (const node of nodes) {
      points[at++] = Math.round((longitudes[node] ?? 0) * pointsPerDegree);
      points[at++] = Math.round((latitudes[node] ?? 0) * pointsPerDegree);
    }
  }
  return { chainPoints, points };
};

const boundsOf = (points: Int32Array): [number, number, number, number] => {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  for (let at = 0; at < points.length; at += 2) {
    const [longitude, latitude] = [(points[at] ?? 0) / pointsPerDegree, (points[at + 1] ?? 0) / pointsPerDegree];
    bounds[0] = Math.min(bounds[0], longitude);
    bounds[1] = Math.min(bounds[1], latitude);
    bounds[2] = Math.max(bounds[2], longitude);
    bounds[3] = Math.max(bounds[3], latitude);
  }
  return bounds;
};

const namesOf = (chains: readonly Chain[]): Pick<RoadNetwork, 'names' | 'chainName'> => {
  const names = new Map<string, number>([['', 0]]);
  const chainName = Uint32Array.from(chains, ({ name }) => {
    const index = names.get(name) ?? names.size;
    names.set(name, index);
    return index;
  });
  return { names: [...names.keys()], chainName };
};

const kindOf = ({ roadClass, restricted, roundabout }: Chain): number =>
  roadClasses.indexOf(roadClass) | (restricted ? chainBits.restricted : 0) | (roundabout ? chainBits.roundabout : 0);

/** One box per chain; a chain over the date line gets a box around the world, so that it is found from both sides. */
const indexOf = ({ chainPoints, points }: Shape): Uint8Array<ArrayBuffer> => {
  const index = new Flatbush(chainPoints.length - 1, 16, Int32Array);
  for (let chain = 0; chain + 1 < chainPoints.length; chain += 1) {
    let [west, north, east, south] = [worldSize, worldSize, 0, 0];
    for (let at = chainPoints[chain] ?? 0; at < (chainPoints[chain + 1] ?? 0); at += 1) {
      const [x, y] = [
        worldX((points[2 * at] ?? 0) / pointsPerDegree),
        worldY((points[2 * at + 1] ?? 0) / pointsPerDegree),
      ];
      [west, north, east, south] = [Math.min(west, x), Math.min(north, y), Math.max(east, x), Math.max(south, y)];
    }
    if (east - west > worldSize / 2) [west, east] = [0, worldSize - 1];
    index.add(west, north, east, south);
  }
  index.finish();
  // Flatbush made it over an ArrayBuffer, as it does where none is given.
  return new Uint8Array(index.data.slice(0) as ArrayBuffer);
};
