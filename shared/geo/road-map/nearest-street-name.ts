import type { Position } from '../../model/place.ts';
import { nearestRoad } from '../road/nearest-road.ts';
import type { RoadNetwork } from '../road/road-network.ts';

export interface NearestStreetName {
  readonly name: string;
  /** On the road, next to the place. */
  readonly position: Position;
  readonly metres: number;
}

/** A place farther than this from a road is on none: in a park, on the water. */
const mostMetres = 150;

/** The nearest road of a network that has a name; nameless lanes between it and the place are passed over. */
export const nearestStreetName = (network: RoadNetwork, place: Position): NearestStreetName | undefined => {
  const nameOf = (chain: number): string => network.names[network.chainName[chain] ?? 0] ?? '';
  const found = nearestRoad(network).find(place, mostMetres, (chain) => nameOf(chain) !== '');
  return found && { name: nameOf(found.chain), position: found.position, metres: found.metres };
};
