import { manyToMany } from '../../shared/geo/road/many-to-many.ts';
import { nearestRoad } from '../../shared/geo/road/nearest-road.ts';
import { searchesOf } from '../../shared/geo/road/searches-of.ts';
import type { RoadNetwork } from '../../shared/geo/road/road-network.ts';
import { atMost, type Figure } from '../bench-record.ts';
import type { OsrmTable } from './osrm-reference.ts';

interface Pair {
  readonly own: number;
  readonly theirs: number;
}

/** How far own times and lengths lie from OSRM's, times after one fitted factor. */
export const errorsAgainst = (network: RoadNetwork, { coordinates, durations, distances }: OsrmTable): Figure[] => {
  const roads = nearestRoad(network);
  const points = coordinates.map((place) => roads.find(place));
  const found = points.flatMap((point) => point ?? []);
  const rows = points.flatMap((point, index) => (point ? [index] : []));
  const table = manyToMany(network, searchesOf(network), found, found);
  const pairsOf = (theirs: OsrmTable['durations'], own: Int32Array, unit: number): Pair[] =>
    rows.flatMap((from, i) =>
      rows.flatMap((to, j) => {
        const other = theirs[from]?.[to];
        return typeof other === 'number' && other > 0
          ? [{ own: (own[i * rows.length + j] ?? 0) / unit, theirs: other }]
          : [];
      }),
    );
  const times = fitted(pairsOf(durations, table.milliseconds, 1000));
  const lengths = spread(pairsOf(distances, table.decimetres, 10), 1);
  return [
    atMost('S4-mean-from-osrm', round(100 * times.mean), '%', 1.5),
    atMost('S4-p95-from-osrm', round(100 * times.p95), '%', 5),
    atMost('length-mean-from-osrm', round(100 * lengths.mean), '%', 1.5),
  ];
};

const round = (value: number): number => Math.round(value * 100) / 100;

interface Spread {
  readonly mean: number;
  readonly p95: number;
}

/** The factor with the least mean error, to a thousandth. */
const fitted = (pairs: readonly Pair[]): Spread =>
  Array.from({ length: 401 }, (_, step) => spread(pairs, 0.8 + step / 1000)).reduce((a, b) =>
    b.mean < a.mean ? b : a,
  );

const spread = (pairs: readonly Pair[], factor: number): Spread => {
  const errors = Float64Array.from(pairs, ({ own, theirs }) => Math.abs(own * factor - theirs) / theirs).sort();
  const sum = errors.reduce((total, error) => total + error, 0);
  return { mean: sum / errors.length, p95: errors[Math.floor(errors.length * 0.95)] ?? Infinity };
};
