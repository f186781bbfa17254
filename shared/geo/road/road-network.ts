/** What a network's file says about itself. */
export interface RoadNetworkFacts {
  readonly name: string;
  readonly profile: string;
  /** The extract's file name. */
  readonly extract: string;
  /** ISO instant of the import. */
  readonly importedAt: string;
  /** [west, south, east, north] in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly edges: number;
  readonly chains: number;
  readonly attribution: string;
}

/** Arcs of the hierarchy by the node they belong to: those of v stand from start[v] to start[v + 1]. */
export interface ArcTable {
  readonly start: Uint32Array;
  /** The other node, always more important: a smaller number. */
  readonly other: Uint32Array;
  /** Milliseconds that count when ways are compared. */
  readonly weight: Int32Array;
  /** Milliseconds. */
  readonly time: Int32Array;
  /** Decimetres. */
  readonly length: Int32Array;
  /** The node that a shortcut goes over, -1 for a turn of the road itself. */
  readonly middle: Int32Array;
}

/**
 * A road network ready to be asked. Its nodes are directed edges of roads, numbered by importance (0 is the most
 * important), so that turn costs and restrictions are exact; its arcs are turns and shortcuts, and an arc's cost holds
 * the edge that it leads to. Chains are the pieces of road that edges run along.
 */
export interface RoadNetwork {
  readonly facts: RoadNetworkFacts;
  /** Ways out of a node to more important ones. */
  readonly up: ArcTable;
  /** Ways into a node from more important ones. */
  readonly down: ArcTable;
  /** The shortest way from an edge's end back to its end. */
  readonly loop: Omit<ArcTable, 'start' | 'other'>;
  /** chain * 2, one more when the edge goes against its chain. */
  readonly edgeChain: Uint32Array;
  readonly edgeWeight: Int32Array;
  readonly edgeTime: Int32Array;
  readonly edgeLength: Int32Array;
  /** First edge along a chain at 2 * chain, against it at 2 * chain + 1; -1 where one may not. */
  readonly chainEdges: Int32Array;
  /** Another edge along the same chain in the same direction, which restrictions over ways need; -1 where there is none more. */
  readonly edgeTwin: Int32Array;
  /** Points of chain c stand from chainPoints[c] to chainPoints[c + 1]. */
  readonly chainPoints: Uint32Array;
  /** Longitude and latitude in turn, in units of 1e-7 degrees. */
  readonly points: Int32Array;
  /** Index of its name. */
  readonly chainName: Uint32Array;
  /** Index into roadClasses, and bits of chainBits above it. */
  readonly chainKind: Uint8Array;
  readonly names: readonly string[];
  /** A flatbush over the chains' boxes in world units, see mercator.ts. */
  readonly index: Uint8Array<ArrayBuffer>;
}

/** Of chainKind: the class below, what else is known above. */
export const chainBits = { classMask: 0x0f, restricted: 0x10, roundabout: 0x20 } as const;

/** Points are kept in ten-millionths of a degree, about a centimetre, as OpenStreetMap does. */
export const pointsPerDegree = 1e7;
