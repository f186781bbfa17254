import { metresBetween } from '../../distance.ts';
import { costOf, joined, lightsAtFirst, lightsAtLast, reversed, type Chain } from './chain.ts';
import { nodeBits, type RoadSource, type RoadWay } from './road-source.ts';

/** Cuts ways at junctions and joins what only passes through, so that the network has nothing to choose inside a chain. */
export const chainsOf = (source: RoadSource, signalSeconds: number): Chain[] => {
  const ruled = ruledNodes(source);
  const stops = stopNodes(source, ruled);
  const pieces = source.ways.flatMap((way) => piecesOf(way, source, stops, signalSeconds));
  return joinThrough(pieces, source, ruled, signalSeconds);
};

/** Nodes where a restriction applies: the one it goes over, or both ends of each way it goes over. */
const ruledNodes = ({ ways, restrictions, wayRestrictions }: RoadSource): Set<number> => {
  const via = new Set(wayRestrictions.flatMap(({ viaWays }) => viaWays));
  const ends = ways.flatMap(({ id, nodes }) => (via.has(id) ? [nodes[0] ?? 0, nodes[nodes.length - 1] ?? 0] : []));
  return new Set([...restrictions.map(({ viaNode }) => viaNode), ...ends]);
};

/** Nodes that must end a piece: ends of ways, nodes of two ways or twice of one, barriers, and where a restriction applies. */
const stopNodes = ({ ways, nodeFlags }: RoadSource, ruled: ReadonlySet<number>): Uint8Array => {
  const uses = new Uint8Array(nodeFlags.length);
  const use = (node: number, times: number) => (uses[node] = Math.min(9, (uses[node] ?? 0) + times));
  for (const { nodes } of ways) nodes.forEach((node, i) => use(node, i === 0 || i === nodes.length - 1 ? 2 : 1));
  for (const node of ruled) use(node, 2);
  return uses.map((count, node) => (count > 1 || ((nodeFlags[node] ?? 0) & nodeBits.blocked) !== 0 ? 1 : 0));
};

const piecesOf = (way: RoadWay, source: RoadSource, stops: Uint8Array, signalSeconds: number): Chain[] => {
  const pieces: Chain[] = [];
  let from = 0;
  for (let i = 1; i < way.nodes.length; i += 1) {
    if (i < way.nodes.length - 1 && stops[way.nodes[i] ?? 0] !== 1) continue;
    pieces.push(pieceOf(way, way.nodes.slice(from, i + 1), source, signalSeconds));
    from = i;
  }
  return pieces;
};

const pieceOf = (way: RoadWay, nodes: readonly number[], source: RoadSource, signalSeconds: number): Chain => {
  let metres = 0;
  let [lightsForward, lightsBackward] = [0, 0];
  nodes.forEach((node, i) => {
    const before = nodes[i - 1];
    if (before !== undefined) metres += metresBetween(positionOf(source, before), positionOf(source, node));
    if (i === 0 || i === nodes.length - 1) return;
    const flags = source.nodeFlags[node] ?? 0;
    if (flags & nodeBits.signalForward) lightsForward += signalSeconds;
    if (flags & nodeBits.signalBackward) lightsBackward += signalSeconds;
  });
  const { id, name, roadClass, restricted, roundabout } = way;
  const waited = (cost: Chain['forward'], lights: number) =>
    cost && { seconds: cost.seconds + lights, weight: cost.weight + lights };
  const forward = waited(costOf(way.forward, metres), lightsForward);
  const backward = waited(costOf(way.backward, metres), lightsBackward);
  const ends = { firstWay: id, lastWay: id, firstAlong: true, lastAlong: true };
  return { nodes, name, roadClass, restricted, roundabout, ...ends, metres, forward, backward };
};

const positionOf = ({ longitudes, latitudes }: RoadSource, node: number): [number, number] => [
  longitudes[node] ?? 0,
  latitudes[node] ?? 0,
];

/** Where exactly two pieces of one kind meet there is nothing to choose: they become one. */
const joinThrough = (
  pieces: readonly Chain[],
  source: RoadSource,
  ruled: ReadonlySet<number>,
  signalSeconds: number,
): Chain[] => {
  const ends = endsOf(pieces);
  const partner = (index: number, node: number): number => {
    const there = ends.get(node) ?? [];
    const [a, b] = there;
    if (there.length !== 2 || a === b || a === undefined || b === undefined || ruled.has(node)) return -1;
    if (((source.nodeFlags[node] ?? 0) & nodeBits.blocked) !== 0) return -1;
    const [first, second] = [pieces[a], pieces[b]];
    if (!first || !second || !areAlike(leaving(first, node), leaving(second, node))) return -1;
    return a === index ? b : a;
  };
  const done = new Uint8Array(pieces.length);
  const grow = (start: Chain, startIndex: number): Chain => {
    let chain = start;
    for (let index = startIndex; ;) {
      const node = chain.nodes[chain.nodes.length - 1] ?? 0;
      const next = partner(index, node);
      const piece = next < 0 || done[next] === 1 ? undefined : pieces[next];
      if (!piece) return chain;
      done[next] = 1;
      const flags = source.nodeFlags[node] ?? 0;
      const waits = (bit: number) => (flags & bit ? signalSeconds : 0);
      const following = leaving(piece, node);
      const signals = { forward: waits(lightsAtLast(chain)), backward: waits(lightsAtFirst(following)) };
      chain = joined(chain, following, signals);
      index = next;
    }
  };
  return pieces.flatMap((piece, index) => {
    if (done[index] === 1) return [];
    done[index] = 1;
    const last = grow(piece, index);
    // Grown at one end, then turned round and grown at the other, whose last piece is still the first one.
    return [grow(reversed(last), index)];
  });
};

const endsOf = (pieces: readonly Chain[]): Map<number, number[]> => {
  const ends = new Map<number, number[]>();
  pieces.forEach(({ nodes }, index) => {
    for (const node of [nodes[0] ?? 0, nodes[nodes.length - 1] ?? 0]) {
      const there = ends.get(node);
      if (there) there.push(index);
      else ends.set(node, [index]);
    }
  });
  return ends;
};

/** The piece as one goes along it away from one of its ends. */
const leaving = (piece: Chain, node: number): Chain => (piece.nodes[0] === node ? piece : reversed(piece));

/** Both seen from the node between them: one's way out is the other's way in. */
const areAlike = (a: Chain, b: Chain): boolean =>
  a.name === b.name &&
  a.roadClass === b.roadClass &&
  a.restricted === b.restricted &&
  a.roundabout === b.roundabout &&
  (a.forward !== undefined) === (b.backward !== undefined) &&
  (a.backward !== undefined) === (b.forward !== undefined);
