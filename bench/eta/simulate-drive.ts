import { fixesAlong } from './fixes-along.ts';
import { gauss, type GridCity } from './grid-city.ts';
import { rush } from './rush.ts';
import type { SimulatedDrive } from './town.ts';

const standsAfterwardsSeconds = 240;

/**
 * One drive as a town has it and no model knows: streets slower than their limits, rush hours, a driver of his own, lights,
 * now and then a wrong turn or a jam, and a parking space to be found. Assumptions, kept here to be argued with.
 */
export const simulateDrive = (
  city: GridCity,
  random: () => number,
  day: number,
): SimulatedDrive & { readonly goal: number } => {
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
  const places = way.map(({ at, second: when }) => ({ at: city.placeOf(at), second: when }));
  const door = city.placeOf([east, north]);
  return { goal, door, fixes: fixesAlong(places, leftMs, random), leftMs, arrivedMs: leftMs + parked * 1000 };
};

/** The best way, but one turn in forty is missed. */
const nextOf = (city: GridCity, node: number, toGoal: Float64Array, random: () => number): number => {
  const choices = [...city.neighboursOf(node)].sort(
    (a, b) => city.freeSeconds(node, a) + (toGoal[a] ?? 0) - city.freeSeconds(node, b) - (toGoal[b] ?? 0),
  );
  return choices[random() < 0.025 ? 1 : 0] ?? node;
};
