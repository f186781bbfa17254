/** Roads as an importer read them, before they are a network: nodes by index, ways, forbidden turns. */
export interface RoadSource {
  /** Degrees. */
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  /** Bits of `nodeBits`. */
  readonly nodeFlags: Uint8Array;
  readonly ways: readonly RoadWay[];
  readonly restrictions: readonly TurnRestriction[];
  readonly wayRestrictions: readonly WayRestriction[];
}

export const nodeBits = {
  /** Traffic lights for who goes along the way's direction, or against it. */
  signalForward: 1,
  signalBackward: 2,
  /** Nobody passes here. */
  blocked: 4,
} as const;

/** From quick to slow; the order is kept in files. */
export const roadClasses = [
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'street',
  'service',
  'path',
  'ferry',
] as const;
export type RoadClass = (typeof roadClasses)[number];

/** How one goes along a way. */
export interface Pace {
  readonly metresPerSecond: number;
  /** At least 1: how much longer it counts than it takes, where one would rather not go. */
  readonly reluctance: number;
}

export interface RoadWay {
  readonly id: number;
  /** At least two, in the way's direction. */
  readonly nodes: readonly number[];
  readonly name: string;
  readonly roadClass: RoadClass;
  readonly forward: Pace | undefined;
  readonly backward: Pace | undefined;
  /** Private or for destinations: one goes in only where one must. */
  readonly restricted: boolean;
  readonly roundabout: boolean;
}

/** From one way over a node into another: forbidden, or the only turn that is allowed. */
export interface TurnRestriction {
  readonly kind: 'no' | 'only';
  readonly fromWay: number;
  readonly viaNode: number;
  readonly toWay: number;
}

/** From one way over others, in no fixed order, into another: forbidden, or the only way on for who comes from the first. */
export interface WayRestriction {
  readonly kind: 'no' | 'only';
  readonly fromWay: number;
  readonly viaWays: readonly number[];
  readonly toWay: number;
}

/** What turning costs one who goes so. */
export interface TurnCosts {
  /** Seconds of the sharpest turn across a junction. */
  readonly turnSeconds: number;
  /** Above 1 where turning across the oncoming traffic takes longer. */
  readonly bias: number;
  readonly uTurnSeconds: number;
  readonly signalSeconds: number;
  readonly leftHandTraffic: boolean;
}
