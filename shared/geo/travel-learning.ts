import type { Drive } from '../model/drive.ts';
import { secondsBetween } from './instant-arithmetic.ts';
import type { TravelSourceKind } from './travel-model.ts';
import { dayOf, instantOf, weekdayOf } from './zoned-time.ts';

/** By how much the travel times of one source are off in one territory, hour by hour of the week. */
export interface TravelFactors {
  /** The factor where the hour is not asked for. */
  readonly overall: number;
  /** From Monday 00:00 in the territory's zone. */
  readonly byHourOfWeek: Float64Array;
  readonly drives: number;
}

/** What learning needs of a drive; `expectedSeconds` are the source's own, uncorrected. */
export type TaughtBy = Pick<Drive, 'seconds' | 'expectedSeconds' | 'hour' | 'weekday' | 'source'>;

const hoursOfWeek = 168;
/** As many drives must speak before the territory's own factor counts as much as "the source is right". */
const overallPrior = 10;
/** And before an hour's own counts as much as the territory's. */
const hourPrior = 4;
/** An hour also learns from the hours beside it and from the same hour of like days, less. */
const besideWeight = 0.2;
const likeDayWeight = 0.7;
/** One drive of hours, stuck or paused, shall not teach for a season. */
const mostLogRatio = Math.log(3);

/** Learns from a territory's drives, shrunk towards 1 and each hour towards the whole (a normal prior on the logarithm of taken over expected time). */
export const learnTravelFactors = (drives: readonly TaughtBy[], source: TravelSourceKind): TravelFactors => {
  const own = drives.filter((drive) => drive.source === source && drive.expectedSeconds > 0 && drive.seconds > 0);
  const ratios = own.map(({ seconds, expectedSeconds, hour, weekday }) => ({
    hour,
    weekday,
    log: Math.max(-mostLogRatio, Math.min(mostLogRatio, Math.log(seconds / expectedSeconds))),
  }));
  const overall = ratios.reduce((sum, { log }) => sum + log, 0) / (ratios.length + overallPrior);
  const byHourOfWeek = Float64Array.from({ length: hoursOfWeek }, (_, slot) => {
    let [weights, sum] = [0, 0];
    for (const ratio of ratios) {
      const weight = kinship(slot, ratio);
      weights += weight;
      sum += weight * (ratio.log - overall);
    }
    return Math.exp(overall + sum / (weights + hourPrior));
  });
  return { overall: Math.exp(overall), byHourOfWeek, drives: own.length };
};

/** How much a drive says about an hour of the week: 1 in that hour, less beside it and on other days of its kind, else nothing. */
const kinship = (slot: number, { hour, weekday }: Pick<TaughtBy, 'hour' | 'weekday'>): number => {
  const apart = Math.abs((slot % 24) - hour);
  const day = Math.floor(slot / 24) + 1;
  const dayWeight = day === weekday ? 1 : day > 5 === weekday > 5 ? likeDayWeight : 0;
  return dayWeight * (apart === 0 ? 1 : apart === 1 || apart === 23 ? besideWeight : 0);
};

/** The factor for who leaves at an epoch millisecond; the overall one where no time is given. */
export const factorAt = (factors: TravelFactors, timeZone: string, at?: number): number => {
  if (at === undefined) return factors.overall;
  const instant = new Date(at).toISOString();
  const day = dayOf(instant, timeZone);
  const hour = Math.min(23, Math.floor(secondsBetween(instantOf(day, '00:00', timeZone), instant) / 3600));
  return factors.byHourOfWeek[(weekdayOf(day) - 1) * 24 + hour] ?? factors.overall;
};
