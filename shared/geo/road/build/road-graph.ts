import type { Chain } from './chain.ts';

/** Directed edges of roads and the turns between them. An edge's cost is counted with the turn that enters it. */
export interface RoadGraph {
  readonly chains: readonly Chain[];
  /** Per edge: chain * 2, one more when it goes against the chain. */
  readonly edgeChain: Uint32Array;
  /** Milliseconds that count when ways are compared. */
  readonly edgeWeight: Int32Array;
  /** Milliseconds that it takes. */
  readonly edgeTime: Int32Array;
  /** Decimetres. */
  readonly edgeLength: Int32Array;
  /** Turns by the edge they leave: those of e stand from turnStart[e] to turnStart[e + 1]. */
  readonly turnStart: Uint32Array;
  readonly turnTo: Uint32Array;
  readonly turnWeight: Int32Array;
  readonly turnTime: Int32Array;
}
