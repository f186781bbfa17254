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
  /** Undefined where no road lies within `mostMetres`, or none that `fits`. */
  find(place: Position, mostMetres?: number, fits?: (chain: number) => boolean): RoadPoint | undefined;
}

/** Farther from a road than this a place is none of the network's. */
export const mostOffRoadMetres = 3_000;
const firstRadiusMetres = 40;
/** Of a point's unit along a meridian. */
const metresPerUnit = ((Math.PI / 180) * 6_371_008.8) / pointsPerDegree;
const halfWorld = 180 * pointsPerDegree;

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
  const find: NearestRoad['find'] = (place, mostMetres = mostOffRoadMetres, fits) => {
    for (let radius = Math.min(firstRadiusMetres, mostMetres); ; radius = Math.min(radius * 2, mostMetres)) {
      const chains = chainsWithin(place, radius);
      const best = bestOf(network, place, fits ? chains.filter(fits) : chains);
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

/** The nearest point of a chain on a plane laid at the place; undefined where it is not nearer than what is known. Written flat: it runs for every road around. */
const onChain = (network: RoadNetwork, chain: number, place: Position, known: number): OnLine | undefined => {
  const { points, chainPoints } = network;
  const longitude = place[0] * pointsPerDegree;
  const latitude = place[1] * pointsPerDegree;
  const eastMetres = metresPerUnit * Math.cos((place[1] * Math.PI) / 180);
  const last = (chainPoints[chain + 1] ?? 0) - 1;
  let along = 0;
  let squared = known;
  let bestAlong = -1;
  let bestX = 0;
  let bestY = 0;
  let ax = 0;
  let ay = 0;
  const first = chainPoints[chain] ?? 0;
  for (let at = first; at <= last; at += 1) {
    let east = (points[2 * at] ?? 0) - longitude;
    if (east > halfWorld) east -= 2 * halfWorld;
    else if (east < -halfWorld) east += 2 * halfWorld;
    const bx = east * eastMetres;
    const by = ((points[2 * at + 1] ?? 0) - latitude) * metresPerUnit;
    if (at > first) {
      const dx = bx - ax;
      const dy = by - ay;
      const length = Math.sqrt(dx * dx + dy * dy);
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (length * length)));
      const x = ax + t * dx;
      const y = ay + t * dy;
      if (x * x + y * y <= squared) {
        squared = x * x + y * y;
        bestAlong = along + t * length;
        bestX = x;
        bestY = y;
      }
      along += length;
    }
    ax = bx;
    ay = by;
  }
  if (bestAlong < 0) return undefined;
  const east = wrapped(place[0] + bestX / (eastMetres * pointsPerDegree));
  const position: Position = [east, place[1] + bestY / (metresPerUnit * pointsPerDegree)];
  return { squared, share: along === 0 ? 0 : Math.min(1, bestAlong / along), position };
};
