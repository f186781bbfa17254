import { nodeBits, type Pace, type RoadWay } from './road-source.ts';

/** A piece of road between two nodes where one may choose or stop; it has no junction inside. */
export interface Chain {
  readonly nodes: readonly number[];
  readonly name: string;
  readonly roadClass: RoadWay['roadClass'];
  readonly restricted: boolean;
  readonly roundabout: boolean;
  /** The ways at its first and last node, for turn restrictions. */
  readonly firstWay: number;
  readonly lastWay: number;
  /** Whether those ways are drawn as the chain runs: lights may stand for one direction only. */
  readonly firstAlong: boolean;
  readonly lastAlong: boolean;
  readonly metres: number;
  /** Undefined where one may not go this way. */
  readonly forward: ChainCost | undefined;
  readonly backward: ChainCost | undefined;
}

/** Seconds that it takes, and seconds that it counts for when ways are compared. */
export interface ChainCost {
  readonly seconds: number;
  readonly weight: number;
}

/** One of the pace over so many metres. */
export const costOf = (pace: Pace | undefined, metres: number): ChainCost | undefined =>
  pace && { seconds: metres / pace.metresPerSecond, weight: (metres / pace.metresPerSecond) * pace.reluctance };

/** The same piece seen from its other end. */
export const reversed = (chain: Chain): Chain => ({
  ...chain,
  nodes: [...chain.nodes].reverse(),
  firstWay: chain.lastWay,
  lastWay: chain.firstWay,
  firstAlong: !chain.lastAlong,
  lastAlong: !chain.firstAlong,
  forward: chain.backward,
  backward: chain.forward,
});

/** Two pieces, the second where the first ends; `signals` are the seconds of waiting between them, each way. */
export const joined = (a: Chain, b: Chain, signals: { forward: number; backward: number }): Chain => ({
  ...a,
  nodes: [...a.nodes, ...b.nodes.slice(1)],
  lastWay: b.lastWay,
  lastAlong: b.lastAlong,
  metres: a.metres + b.metres,
  forward: sum(a.forward, b.forward, signals.forward),
  backward: sum(a.backward, b.backward, signals.backward),
});

const sum = (a: ChainCost | undefined, b: ChainCost | undefined, more: number): ChainCost | undefined =>
  a && b && { seconds: a.seconds + b.seconds + more, weight: a.weight + b.weight + more };

/** The lights that bind who comes to the chain's last node along it. */
export const lightsAtLast = ({ lastAlong }: Chain): number =>
  lastAlong ? nodeBits.signalForward : nodeBits.signalBackward;

/** And who comes to its first node against it. */
export const lightsAtFirst = ({ firstAlong }: Chain): number =>
  firstAlong ? nodeBits.signalBackward : nodeBits.signalForward;
