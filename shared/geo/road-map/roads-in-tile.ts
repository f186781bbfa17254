import Flatbush from 'flatbush';
import type { Position } from '../../model/place.ts';
import { wrapped } from '../road/build/bearing.ts';
import { roadClasses, type RoadClass } from '../road/build/road-source.ts';
import { chainBits, pointsPerDegree, type RoadNetwork } from '../road/road-network.ts';
import { worldSize } from '../road/world-units.ts';
import type { RoadTile } from './road-tile.ts';
import { simplifiedLine } from './simplified-line.ts';

/** How strongly a road is drawn. */
export type RoadWeight = 'major' | 'middle' | 'minor';
export type RoadLines = Readonly<Record<RoadWeight, Position[][]>>;

/** The least of each kind of road that is drawn, by zoom: far out only what one would steer by. */
const leastClass: readonly (readonly [zoom: number, RoadClass])[] = [
  [14, 'street'],
  [12, 'tertiary'],
  [10, 'secondary'],
  [8, 'primary'],
  [0, 'trunk'],
];
const weights: readonly (readonly [RoadClass, RoadWeight])[] = [
  ['primary', 'major'],
  ['tertiary', 'middle'],
  ['street', 'minor'],
];
/** Of one square: some 250 KB of JSON. Beyond it the least roads are left out, whole classes at once. */
const mostPoints = 15_000;
/** A square is drawn up to two zooms closer, on 512 pixels and twice as many there. */
const pixelsAcross = 1024;

/** A network's roads that touch a square, as lines simplified to a pixel; bounded whatever the network is. */
export const roadsInTile = (network: RoadNetwork, tile: RoadTile): RoadLines => {
  const lines: RoadLines = { major: [], middle: [], minor: [] };
  const byClass = chainsByClass(network, tile);
  let points = 0;
  for (const roadClass of drawnClasses(tile.zoom)) {
    const drawn = (byClass.get(roadClass) ?? []).flatMap((chain) => lineOf(network, chain, tile.zoom));
    points += drawn.reduce((sum, { length }) => sum + length, 0);
    if (points > mostPoints) break;
    lines[weightOf(roadClass)].push(...drawn);
  }
  return lines;
};

const drawnClasses = (zoom: number): readonly RoadClass[] => {
  const least = leastClass.find(([from]) => zoom >= from)?.[1] ?? 'trunk';
  return roadClasses.slice(0, roadClasses.indexOf(least) + 1);
};

const weightOf = (roadClass: RoadClass): RoadWeight =>
  weights.find(([least]) => roadClasses.indexOf(roadClass) <= roadClasses.indexOf(least))?.[1] ?? 'minor';

const chainsByClass = (network: RoadNetwork, { zoom, x, y }: RoadTile): ReadonlyMap<RoadClass, readonly number[]> => {
  const tree = Flatbush.from(network.index.buffer, network.index.byteOffset);
  const size = worldSize / 2 ** zoom;
  const search = (west: number): number[] => tree.search(west, y * size, west + size, (y + 1) * size);
  // Boxes of roads over the date line reach beyond the world's eastern edge.
  const found = x === 0 ? [...search(0), ...search(worldSize)] : search(x * size);
  const byClass = new Map<RoadClass, number[]>();
  for (const chain of found) {
    const roadClass = roadClasses[(network.chainKind[chain] ?? 0) & chainBits.classMask];
    if (!roadClass) continue;
    const held = byClass.get(roadClass);
    if (held) held.push(chain);
    else byClass.set(roadClass, [chain]);
  }
  return byClass;
};

/** No line where the whole road is less than a pixel. */
const lineOf = (network: RoadNetwork, chain: number, zoom: number): Position[][] => {
  const tolerance = 360 / 2 ** zoom / pixelsAcross;
  const line = simplifiedLine(pointsOf(network, chain), tolerance);
  // Half a pixel: what is shorter vanishes, and what met still meets.
  const grain = tolerance / 2;
  const digits = Math.ceil(-Math.log10(grain));
  const onGrain = (value: number): number => Number((Math.round(value / grain) * grain).toFixed(digits));
  const rounded = line.map(([x, y]): Position => [onGrain(x), onGrain(y)]);
  const distinct = rounded.filter(([x, y], i) => x !== rounded[i - 1]?.[0] || y !== rounded[i - 1]?.[1]);
  return distinct.length > 1 ? [distinct] : [];
};

/** In one piece over the date line, as a map draws it. */
const pointsOf = ({ points, chainPoints }: RoadNetwork, chain: number): Position[] => {
  const [first, end] = [chainPoints[chain] ?? 0, chainPoints[chain + 1] ?? 0];
  const longitude = (at: number): number => (points[2 * at] ?? 0) / pointsPerDegree;
  const begin = longitude(first);
  return Array.from({ length: end - first }, (_, i): Position => [
    begin + wrapped(longitude(first + i) - begin),
    (points[2 * (first + i) + 1] ?? 0) / pointsPerDegree,
  ]);
};
