import type { RoadNetwork } from './road-network.ts';
import type { RoadPoint } from './nearest-road.ts';
import type { UpwardSearch } from './upward-search.ts';

/** Begins a search at a place: on each direction of its road that one may drive, with the rest of the edge still to go. */
export const leaveFrom = (network: RoadNetwork, search: UpwardSearch, point: RoadPoint): void =>
  enter(network, search, point, 1);

/** Begins a search back from a place: an edge's end lies behind it, so what is driven too far is taken off. */
export const arriveAt = (network: RoadNetwork, search: UpwardSearch, point: RoadPoint): void =>
  enter(network, search, point, -1);

const enter = (network: RoadNetwork, search: UpwardSearch, { chain, share }: RoadPoint, sign: 1 | -1): void => {
  for (const side of [0, 1]) {
    const left = side === 0 ? 1 - share : share;
    // `| 0`: a whole number to the compiler too, and never -0.
    const part = (whole: number | undefined): number => (sign * Math.round((whole ?? 0) * left)) | 0;
    for (let edge = network.chainEdges[2 * chain + side] ?? -1; edge >= 0; edge = network.edgeTwin[edge] ?? -1) {
      search.from(edge, part(network.edgeWeight[edge]), part(network.edgeTime[edge]), part(network.edgeLength[edge]));
    }
  }
};
