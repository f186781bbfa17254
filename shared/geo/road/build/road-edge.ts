/** One direction of a chain. */
export interface RoadEdge {
  readonly chain: number;
  readonly backward: boolean;
  readonly from: number;
  readonly to: number;
  readonly firstWay: number;
  readonly lastWay: number;
  readonly restricted: boolean;
  /** Degrees in which it leaves its first node and comes to its last. */
  readonly leaves: number;
  readonly arrives: number;
  readonly signalBit: number;
}

/** What one may turn into at an edge's end. */
export interface EdgeTurn {
  readonly to: number;
  readonly weight: number;
  readonly time: number;
}

/** Edges, and by the same index the turns at their ends. */
export interface EdgesAndTurns {
  readonly edges: readonly RoadEdge[];
  readonly turns: readonly (readonly EdgeTurn[])[];
}

/** chain * 2, one more when the edge goes against its chain. */
export const chainCode = ({ chain, backward }: RoadEdge): number => chain * 2 + (backward ? 1 : 0);
