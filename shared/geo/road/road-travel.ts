import type { Position } from '../../model/place.ts';
import { metresBetween } from '../distance.ts';
import { samePlaceMetres, stopOverheadSeconds } from '../stop-overhead.ts';
import { unreachableSeconds, type TravelLeg, type TravelMatrix, type TravelModel } from '../travel-model.ts';
import { farthest } from './farthest.ts';
import { manyToMany, type RoadTable } from './many-to-many.ts';
import { nearestRoad, type RoadPoint } from './nearest-road.ts';
import { oneToAll } from './one-to-all.ts';
import { labelFrom, labelTo, wayBetween, type PlaceLabel } from './place-labels.ts';
import type { RoadNetwork } from './road-network.ts';
import { searchesOf } from './searches-of.ts';

/** From the road to the door and back to it: walking pace to slow driving, an assumption. */
const offRoadMetresPerSecond = 2.8;
/** Places that are kept with what was found for them: about 2 KB each. */
const mostPlacesKept = 8_000;

/** A place as a network knows it. */
interface KnownPlace {
  readonly point: RoadPoint;
  from?: PlaceLabel;
  to?: PlaceLabel;
}

/**
 * Travel over a road network, with the same time for parking as the estimate has. Places that no road of the network
 * is near, in a territory larger than the extract, are travelled to by `estimate`.
 */
export const roadTravel = (network: RoadNetwork, estimate: TravelModel): TravelModel => {
  const roads = nearestRoad(network);
  const searches = searchesOf(network);
  const kept = new Map<string, KnownPlace | undefined>();
  const known = (place: Position): KnownPlace | undefined => {
    const key = place.join(' ');
    if (kept.has(key)) return kept.get(key);
    if (kept.size >= mostPlacesKept) kept.clear();
    const point = roads.find(place);
    const found = point && { point };
    kept.set(key, found);
    return found;
  };
  const travel = (from: Position, to: Position, at?: number): TravelLeg => {
    const straight = metresBetween(from, to);
    if (straight < samePlaceMetres) return { seconds: 0, metres: Math.round(straight) };
    const [a, b] = [known(from), known(to)];
    if (!a || !b) return estimate.travel(from, to, at);
    const way = wayBetween(
      network,
      (a.from ??= labelFrom(network, searches, a.point)),
      (b.to ??= labelTo(network, searches, b.point)),
    );
    return legOf(way?.milliseconds ?? farthest, way?.decimetres ?? 0, a.point, b.point);
  };
  const matrix = (places: readonly Position[], at?: number): TravelMatrix => {
    const points = places.map((place) => known(place)?.point);
    return matrixOf(places, points, tableOf(points), (from, to) => estimate.travel(from, to, at));
  };
  const tableOf = (points: readonly (RoadPoint | undefined)[]): RoadTable => {
    const there = points.filter((point) => point !== undefined);
    return manyToMany(network, searches, there, there);
  };
  const reach = (from: readonly Position[], at?: number) => {
    const points = from.flatMap((place) => roads.find(place) ?? []);
    const arrivals = points.length === 0 ? undefined : oneToAll(network, points);
    const offRoad = estimate.reach(from, at);
    return (to: Position): number => {
      const point = roads.find(to);
      if (!arrivals || !point) return offRoad(to);
      return arrivals.secondsTo(point) + stopOverheadSeconds + point.metres / offRoadMetresPerSecond;
    };
  };
  return { source: 'road-network', travel, matrix, reach };
};

const legOf = (milliseconds: number, decimetres: number, from: RoadPoint, to: RoadPoint): TravelLeg => {
  if (milliseconds >= farthest) return { seconds: unreachableSeconds, metres: 0 };
  const offRoad = from.metres + to.metres;
  return {
    seconds: Math.ceil(milliseconds / 1000 + offRoad / offRoadMetresPerSecond) + stopOverheadSeconds,
    metres: Math.round(decimetres / 10 + offRoad),
  };
};

const matrixOf = (
  places: readonly Position[],
  points: readonly (RoadPoint | undefined)[],
  table: RoadTable,
  estimate: (from: Position, to: Position) => TravelLeg,
): TravelMatrix => {
  const size = places.length;
  const seconds = new Int32Array(size * size);
  const metres = new Int32Array(size * size);
  let count = 0;
  const row = points.map((point) => (point ? count++ : -1));
  places.forEach((from, i) =>
    places.forEach((to, j) => {
      const [a, b] = [points[i], points[j]];
      const straight = i === j ? 0 : metresBetween(from, to);
      const cell = (row[i] ?? 0) * count + (row[j] ?? 0);
      const leg =
        straight < samePlaceMetres
          ? { seconds: 0, metres: Math.round(straight) }
          : a && b
            ? legOf(table.milliseconds[cell] ?? farthest, table.decimetres[cell] ?? 0, a, b)
            : estimate(from, to);
      seconds[i * size + j] = leg.seconds;
      metres[i * size + j] = leg.metres;
    }),
  );
  return { size, seconds, metres };
};
