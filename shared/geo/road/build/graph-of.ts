import type { Position } from '../../../model/place.ts';
import { leavingBearing, turnAngle } from './bearing.ts';
import { lightsAtFirst, lightsAtLast, type Chain } from './chain.ts';
import { chainsOf } from './chains-of.ts';
import { grouped } from './grouped.ts';
import { chainCode, type EdgesAndTurns, type EdgeTurn, type RoadEdge } from './road-edge.ts';
import type { RoadGraph } from './road-graph.ts';
import { nodeBits, type RoadSource, type TurnCosts, type TurnRestriction } from './road-source.ts';
import { obeyWayRestrictions } from './obey-way-restrictions.ts';

/** Far enough to see past the rounding of a corner. */
const lookMetres = 12;
/** Going into a private road counts so much more, so that nobody passes through. */
const restrictedEntrySeconds = 600;

/** Makes the graph of edges and turns: one-way streets, forbidden turns, U-turns only where the road ends, and what turning costs. */
export const graphOf = (source: RoadSource, costs: TurnCosts): RoadGraph => {
  const chains = chainsOf(source, costs.signalSeconds);
  const edges = chains.flatMap((chain, index) => edgesOf(chain, index, source));
  const turns = turnsOf(edges, source, costs);
  return packed(chains, obeyWayRestrictions({ edges, turns }, source.wayRestrictions));
};

const edgesOf = (chain: Chain, index: number, source: RoadSource): RoadEdge[] => {
  const line = chain.nodes.map((node): Position => [source.longitudes[node] ?? 0, source.latitudes[node] ?? 0]);
  const out = leavingBearing(line, lookMetres);
  const back = leavingBearing(line.reverse(), lookMetres);
  const [first, last] = [chain.nodes[0] ?? 0, chain.nodes[chain.nodes.length - 1] ?? 0];
  const { firstWay, lastWay, restricted } = chain;
  const forward = { chain: index, backward: false, from: first, to: last, firstWay, lastWay, restricted };
  const backward = {
    chain: index,
    backward: true,
    from: last,
    to: first,
    firstWay: lastWay,
    lastWay: firstWay,
    restricted,
  };
  return [
    ...(chain.forward ? [{ ...forward, leaves: out, arrives: back + 180, signalBit: lightsAtLast(chain) }] : []),
    ...(chain.backward ? [{ ...backward, leaves: back, arrives: out + 180, signalBit: lightsAtFirst(chain) }] : []),
  ];
};

const turnsOf = (edges: readonly RoadEdge[], source: RoadSource, costs: TurnCosts): EdgeTurn[][] => {
  const outgoing = grouped(edges.keys(), (index) => edges[index]?.from ?? 0);
  const roadsAt = roadCounts(edges);
  const restrictions = grouped(source.restrictions, ({ viaNode }) => viaNode);
  return edges.map((edge) => {
    const all = outgoing.get(edge.to) ?? [];
    const flags = source.nodeFlags[edge.to] ?? 0;
    const blocked = (flags & nodeBits.blocked) !== 0;
    const others = blocked
      ? []
      : all.filter((index) => edges[index]?.chain !== edge.chain || edges[index]?.backward === edge.backward);
    const possible = others.length > 0 ? others : all.filter((index) => edges[index]?.chain === edge.chain);
    const allowed = allowedTurns(edge, possible, edges, restrictions.get(edge.to) ?? []);
    const waits = flags & edge.signalBit ? costs.signalSeconds : 0;
    return allowed.flatMap((index): EdgeTurn[] => {
      const to = edges[index];
      if (!to) return [];
      const isUTurn = to.chain === edge.chain && to.backward !== edge.backward;
      const angle = turnAngle(edge.arrives, to.leaves);
      const isJunction = (roadsAt.get(edge.to) ?? 0) > 2;
      const time = waits + (isUTurn ? costs.uTurnSeconds : 0) + (isJunction || isUTurn ? turnSeconds(angle, costs) : 0);
      return [{ to: index, time, weight: time + (to.restricted && !edge.restricted ? restrictedEntrySeconds : 0) }];
    });
  });
};

/** How many roads meet at each node, each way of one counted once. */
const roadCounts = (edges: readonly RoadEdge[]): Map<number, number> => {
  const seen = new Map<number, Set<number>>();
  const add = (node: number, end: number) => seen.set(node, (seen.get(node) ?? new Set()).add(end));
  for (const { chain, backward, from, to } of edges) {
    add(from, chain * 2 + (backward ? 1 : 0));
    add(to, chain * 2 + (backward ? 0 : 1));
  }
  return new Map([...seen].map(([node, ends]) => [node, ends.size]));
};

const allowedTurns = (
  edge: RoadEdge,
  possible: number[],
  edges: readonly RoadEdge[],
  restrictions: readonly TurnRestriction[],
): number[] => {
  const own = restrictions.filter(({ fromWay }) => fromWay === edge.lastWay);
  if (own.length === 0) return possible;
  const isTo = (index: number, { toWay }: TurnRestriction) => edges[index]?.firstWay === toWay;
  const only = own.filter(({ kind }) => kind === 'only');
  const wanted = possible.filter((index) => only.some((restriction) => isTo(index, restriction)));
  // Where the only allowed way is not there (cut off, another profile's), the rule says nothing.
  const left = wanted.length > 0 ? wanted : possible;
  const forbidden = own.filter(({ kind }) => kind === 'no');
  return left.filter((index) => !forbidden.some((restriction) => isTo(index, restriction)));
};

/** Seconds of a turn: a logistic curve over its angle, near nothing straight on; the form and figures that OSRM's car profile documents. */
const turnSeconds = (angle: number, { turnSeconds: most, bias, leftHandTraffic }: TurnCosts): number => {
  const eased = leftHandTraffic ? 1 / bias : bias;
  const exponent = angle >= 0 ? ((13 / eased) * angle) / 180 - 6.5 * eased : (13 * eased * -angle) / 180 - 6.5 / eased;
  return most / (1 + Math.exp(-exponent));
};

const milliseconds = (seconds: number): number => Math.round(seconds * 1000);

const packed = (chains: readonly Chain[], { edges, turns }: EdgesAndTurns): RoadGraph => {
  const costs = edges.map(({ chain, backward }) => (backward ? chains[chain]?.backward : chains[chain]?.forward));
  const flat = turns.flat();
  let at = 0;
  const starts = turns.map((own) => (at += own.length) - own.length);
  return {
    chains,
    edgeChain: Uint32Array.from(edges, chainCode),
    edgeWeight: Int32Array.from(costs, (cost) => Math.max(1, milliseconds(cost?.weight ?? 0))),
    edgeTime: Int32Array.from(costs, (cost) => Math.max(1, milliseconds(cost?.seconds ?? 0))),
    edgeLength: Int32Array.from(edges, ({ chain }) => Math.round((chains[chain]?.metres ?? 0) * 10)),
    turnStart: Uint32Array.from([...starts, at]),
    turnTo: Uint32Array.from(flat, ({ to }) => to),
    turnWeight: Int32Array.from(flat, ({ weight }) => milliseconds(weight)),
    turnTime: Int32Array.from(flat, ({ time }) => milliseconds(time)),
  };
};
