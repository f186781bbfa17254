import type { Problem } from '../problem.ts';
import { fetchOf } from './fetch.ts';
import type { Ways } from './kernel.ts';

/** How much more the search minds a stop of the least value being out than a usual way to it, in ways. */
const absenceWays = 4;
/** Values that differ more are drawn together in the search, lest travel drown in the rounding of their sum. */
const widest = 100;

/**
 * What is lost when stops stay out. Exactly, for comparing plans: the value given, else so much by priority that one more urgent stop
 * outweighs all less urgent ones. And softly, for the search, which must be able to leave a stop out for a while.
 */
export const lostValues = (
  problem: Problem,
  cost: Ways | Float64Array,
  size: number,
): { lost: Float64Array; absence: Float64Array } => {
  const { lost, absence } = valuesOf(problem, cost, size);
  const all = 1 + lost.reduce((sum, each) => sum + each, 0);
  const most = absence.reduce((max, each) => Math.max(max, each), 1);
  problem.stops.forEach(({ id, present }, stop) => {
    // A fetch is in or out with its stop, which counts.
    if (fetchOf(id)) lost[stop] = absence[stop] = 0;
    if (!present) return;
    lost[stop] = all;
    absence[stop] = most * presentWeight;
  });
  return { lost, absence };
};

/** What stands on the day is not dropped for anything. */
const presentWeight = 100;

const valuesOf = (
  { stops }: Problem,
  cost: Ways | Float64Array,
  size: number,
): { lost: Float64Array; absence: Float64Array } => {
  const usual =
    Math.max(
      1,
      usualWay(
        stops.map(({ place }) => place),
        cost,
        size,
      ),
    ) * absenceWays;
  if (stops.some(({ value }) => value !== undefined)) {
    const least = Math.min(...stops.flatMap(({ value = 0 }) => (value > 0 ? [value] : [])));
    const most = Math.max(...stops.map(({ value = 0 }) => value));
    const bend = Math.min(1, Math.log(widest) / Math.log(Math.max(widest, most / least)));
    const lost = Float64Array.from(stops, ({ value = 0 }) => value);
    return { lost, absence: lost.map((value) => (most > 0 ? usual * (value / least) ** bend : 0)) };
  }
  const ranks = [...new Set(stops.map(({ priority }) => priority))].sort((a, b) => b - a);
  const rankOf = new Map(ranks.map((priority, rank) => [priority, rank]));
  const each = Math.min(stops.length + 1, 2 ** (50 / Math.max(1, ranks.length)));
  const rank = (priority: number) => rankOf.get(priority) ?? 0;
  return {
    lost: Float64Array.from(stops, ({ priority }) => Math.floor(each ** rank(priority))),
    absence: Float64Array.from(stops, ({ priority }) => usual * 3 ** rank(priority)),
  };
};

/** The mean way from a stop to its third nearest: about what one more stop costs. */
const usualWay = (places: readonly number[], cost: Ways | Float64Array, size: number): number => {
  const step = Math.max(1, Math.floor(places.length / 100));
  let total = 0;
  let count = 0;
  for (let index = 0; index < places.length; index += step) {
    const ways = places.map((other) => cost[places[index]! * size + other]!).sort((a, b) => a - b);
    total += ways[Math.min(3, ways.length - 1)]!;
    count += 1;
  }
  return count > 0 ? total / count : 0;
};
