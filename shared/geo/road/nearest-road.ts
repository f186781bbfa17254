import Flatbush from 'flatbush';
import type { Position } from '../../model/place.ts';
import { wrapped } from './build/bearing.ts';
import { pointsPerDegree, type RoadNetwork } from './road-network.ts';
import { unitsPerMetre, worldSize, worldX, worldY } from './world-units.ts';

/** Where a place joins the roads. */
export interface RoadPoint {
  readonly chain: number;
  /** How far along the chain, 0 to 1 of its length. */
  readonly share: number;
  readonly position: Position;
  /** From the place to there. */
  readonly metres: number;
}

/** Finds the nearest road of a network to any place. */
export interface NearestRoad {
  /** Undefined where no road lies within `mostMetres`. */
  find(place: Position, mostMetres?: number): RoadPoint | undefined;
}

/** Farther from a road than this a place is none of the network's. */
export const mostOffRoadMetres = 3_000;
const firstRadiusMetres = 40;
const metresPerDegree = (Math.PI / 180) * 6_371_008.8;

/** Opens a network's spatial index. Boxes are looked at in growing squares, lines exactly. */
export const nearestRoad = (network: RoadNetwork): NearestRoad => {
  const { index } = network;
  // Flatbush wants a whole buffer with an offset that is a multiple of eight, as sections have it.
  const tree = Flatbush.from(index.buffer, index.byteOffset);
  const chainsWithin = (place: Position, metres: number): number[] => {
    const radius = metres * unitsPerMetre(place);
    const [x, y] = [worldX(place[0]), worldY(place[1])];
    const search = (middle: number) => tree.search(middle - radius, y - radius, middle + radius, y + radius);
    const found = search(x);
    if (x - radius < 0) found.push(...search(x + worldSize));
    if (x + radius > worldSize) found.push(...search(x - worldSize));
    return found;
  };
  const find = (place: Position, mostMetres = mostOffRoadMetres): RoadPoint | undefined => {
    for (let radius = Math.min(firstRadiusMetres, mostMetres); ; radius = Math.min(radius * 2, mostMetres)) {
      const best = bestOf(network, place, chainsWithin(place, radius));
      if (best && best.metres <= radius) return best;
      if (radius >= mostMetres) return undefined;
    }
  };
  return { find };
};

const bestOf = (network: RoadNetwork, place: Position, chains: readonly number[]): RoadPoint | undefined => {
  let best: OnLine | undefined;
  let chainOfBest = -1;
  for (const chain of chains) {
    const found = onChain(network, chain, place, best?.squared ?? Infinity);
    if (!found || (best && found.squared === best.squared && chain > chainOfBest)) continue;
    best = found;
    chainOfBest = chain;
  }
  return best && { chain: chainOfBest, share: best.share, position: best.position, metres: Math.sqrt(best.squared) };
};

interface OnLine {
  /** Square metres. */
  readonly squared: number;
  readonly share: number;
  readonly position: Position;
}

/** The nearest point of a chain on a plane laid at the place; undefined where it is not nearer than what is known. */
const onChain = (network: RoadNetwork, chain: number, place: Position, known: number): OnLine | undefined => {
  const { points, chainPoints } = network;
  const [longitude, latitude] = place;
  const eastMetres = metresPerDegree * Math.cos((latitude * Math.PI) / 180);
  const last = (chainPoints[chain + 1] ?? 0) - 1;
  let [along, bestAlong, squared] = [0, 0, known];
  let position: Position | undefined;
  let [ax, ay] = [0, 0];
  for (let at = chainPoints[chain] ?? 0, isFirst = true; at <= last; at += 1, isFirst = false) {
    const bx = wrapped((points[2 * at] ?? 0) / pointsPerDegree - longitude) * eastMetres;
    const by = ((points[2 * at + 1] ?? 0) / pointsPerDegree - latitude) * metresPerDegree;
    if (!isFirst) {
      const [dx, dy] = [bx - ax, by - ay];
      const length = Math.sqrt(dx * dx + dy * dy);
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (length * length)));
      const [x, y] = [ax + t * dx, ay + t * dy];
      if (x * x + y * y <= squared) {
        squared = x * x + y * y;
        bestAlong = along + t * length;
        position = [wrapped(longitude + x / eastMetres), latitude + y / metresPerDegree];
      }
      along += length;
    }
    [ax, ay] = [bx, by];
  }
  return position && { squared, share: along === 0 ? 0 : Math.min(1, bestAlong / along), position };
};
