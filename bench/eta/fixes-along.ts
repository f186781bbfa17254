import { metresBetween } from '../../shared/geo/distance.ts';
import type { Position } from '../../shared/model/place.ts';
import type { PositionFix } from '../../shared/model/position-fix.ts';
import { gauss } from './grid-city.ts';

export interface Waypoint {
  readonly at: Position;
  /** Since he set out. */
  readonly second: number;
}

/** As phones send them on the way. */
const everySeconds = 15;
const noiseMetres = 6;
const metresPerDegree = 111_195;

/** What a phone tells of a way, some metres off the truth. */
export const fixesAlong = (way: readonly Waypoint[], leftMs: number, random: () => number): PositionFix[] => {
  const fixes: PositionFix[] = [];
  const last = way.at(-1)?.second ?? 0;
  let leg = 0;
  for (let second = 0; second < last; second += everySeconds) {
    while ((way[leg + 1]?.second ?? Infinity) < second) leg += 1;
    const [from, to] = [way[leg], way[leg + 1]];
    if (!from || !to) break;
    const share = to.second > from.second ? (second - from.second) / (to.second - from.second) : 1;
    fixes.push({
      at: new Date(leftMs + second * 1000).toISOString(),
      location: shaken(between(from.at, to.at, share), random),
      accuracyMetres: 8,
      speedMetresPerSecond: to.second > from.second ? metresBetween(from.at, to.at) / (to.second - from.second) : 0,
    });
  }
  return fixes;
};

const between = (a: Position, b: Position, share: number): Position => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

const shaken = ([longitude, latitude]: Position, random: () => number): Position => {
  const degreesEast = noiseMetres / metresPerDegree / Math.cos((latitude * Math.PI) / 180);
  return [longitude + degreesEast * gauss(random), latitude + (noiseMetres / metresPerDegree) * gauss(random)];
};
