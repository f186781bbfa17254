import type { PositionFix } from '../../shared/model/position-fix.ts';
import { gauss, type GridCity } from './grid-city.ts';

export interface SimulatedDrive {
  readonly goal: number;
  readonly fixes: readonly PositionFix[];
  /** Epoch milliseconds: when he set out, and when he stood at the door. */
  readonly leftMs: number;
  readonly arrivedMs: number;
}

/** Fixes as phones send them on the way. */
const everySeconds = 15;
const standsAfterwardsSeconds = 240;

/**
 * One drive as a town has it and no model knows: streets slower than their limits, rush hours, a driver of his own, lights,
 * now and then a wrong turn or a jam, and a parking space to be found. Assumptions, kept here to be argued with.
 */
export const simulateDrive = (city: GridCity, random: () => number, day: number): SimulatedDrive => {
  const start = Math.floor(random() * city.nodes);
  const goal = Math.floor(random() * city.nodes);
  const hour = 8 + random() * 9;
  const leftMs = Date.UTC(2026, 4, 11 + (day % 5)) + Math.round(hour * 3_600_000);
  const driver = Math.exp(0.1 * gauss(random)) * (1 + rush(hour) * (0.2 + 0.3 * random()));
  const way: { at: readonly [number, number]; second: number }[] = [];
  let second = 20 + random() * 60;
  way.push({ at: city.spotOf(start), second: 0 }, { at: city.spotOf(start), second });
  const toGoal = city.secondsTo(goal);
  let jamLeft = random() < 0.08 ? 1 : 0;
  for (let node = start; node !== goal;) {
    const next = nextOf(city, node, toGoal, random);
    second += city.freeSeconds(node, next) * 0.85 * city.slowness(node, next) * driver * (0.85 + 0.3 * random());
    way.push({ at: city.spotOf(next), second });
    if (city.hasLight(next) && random() < 0.5) second += random() * 60;
    if (jamLeft > 0 && random() < 0.04) {
      second += 60 + random() * 340;
      jamLeft = 0;
    }
    way.push({ at: city.spotOf(next), second });
    node = next;
  }
  // One in three goes round the block for a parking space.
  const [east, north] = city.spotOf(goal);
  const block: [number, number][] = [
    [east + 150, north],
    [east + 150, north + 150],
    [east, north + 150],
    [east, north],
  ];
  for (const at of random() < 1 / 3 ? block : []) {
    second += 150 / (4 + 4 * random());
    way.push({ at, second });
  }
  const parked = second + 5 + 20 * random();
  const stands = parked + standsAfterwardsSeconds;
  way.push({ at: [east, north], second: parked }, { at: [east, north], second: stands });
  return { goal, fixes: fixesAlong(city, way, leftMs, random), leftMs, arrivedMs: leftMs + parked * 1000 };
};

/** Twice a day, up to the full. */
const rush = (hour: number): number => Math.exp(-((hour - 8.5) ** 2) / 0.8) + Math.exp(-((hour - 16.5) ** 2) / 1.2);

/** The best way, but one turn in forty is missed. */
const nextOf = (city: GridCity, node: number, toGoal: Float64Array, random: () => number): number => {
  const choices = [...city.neighboursOf(node)].sort(
    (a, b) => city.freeSeconds(node, a) + (toGoal[a] ?? 0) - city.freeSeconds(node, b) - (toGoal[b] ?? 0),
  );
  return choices[random() < 0.025 ? 1 : 0] ?? node;
};

const fixesAlong = (
  city: GridCity,
  way: readonly { readonly at: readonly [number, number]; readonly second: number }[],
  leftMs: number,
  random: () => number,
): PositionFix[] => {
  const fixes: PositionFix[] = [];
  const last = way.at(-1)?.second ?? 0;
  let leg = 0;
  for (let second = 0; second < last; second += everySeconds) {
    while ((way[leg + 1]?.second ?? Infinity) < second) leg += 1;
    const [from, to] = [way[leg], way[leg + 1]];
    if (!from || !to) break;
    const share = to.second > from.second ? (second - from.second) / (to.second - from.second) : 1;
    const metres = Math.hypot(to.at[0] - from.at[0], to.at[1] - from.at[1]);
    const spot = [0, 1].map(
      (i) => (from.at[i] ?? 0) + ((to.at[i] ?? 0) - (from.at[i] ?? 0)) * share + 6 * gauss(random),
    );
    fixes.push({
      at: new Date(leftMs + second * 1000).toISOString(),
      location: city.placeOf([spot[0] ?? 0, spot[1] ?? 0]),
      accuracyMetres: 8,
      speedMetresPerSecond: to.second > from.second ? metres / (to.second - from.second) : 0,
    });
  }
  return fixes;
};
