import { instantOf, weekdayOf } from '../../geo/zoned-time.ts';
import type { ServiceHours } from '../../model/service-hours.ts';
import type { Day } from '../../model/time.ts';

/** Promised time, which runs in service hours only. Everything in milliseconds, instants since 1970. */
export interface PromisedTime {
  /** How much of it lies between two instants. */
  between(from: number, to: number): number;
  /** The first instant at which so much has run since another; undefined where that lies beyond twenty years. */
  after(from: number, amount: number): number | undefined;
}

export const promisedTime = (hours: ServiceHours | undefined): PromisedTime => {
  if (hours === undefined) return roundTheClock;
  const key = JSON.stringify(hours);
  const time = known.get(key) ?? inHours(hours);
  if (known.size > mostKnown) known.clear();
  known.set(key, time);
  return time;
};

/** Many requests share their hours: the days that one has worked out serve the others. */
const known = new Map<string, PromisedTime>();
const mostKnown = 200;

const roundTheClock: PromisedTime = {
  between: (from, to) => Math.max(0, to - from),
  after: (from, amount) => from + amount,
};

const dayMilliseconds = 86_400_000;
const mostDays = 20 * 366;
/** No zone's day begins earlier than on the day before by UTC. */
const firstDay = (from: number): number => Math.floor(from / dayMilliseconds) - 1;
type Span = readonly [from: number, to: number];

const inHours = (hours: ServiceHours): PromisedTime => {
  const spansOn = spansByDay(hours);
  return {
    between(from, to) {
      let run = 0;
      if (to <= from) return run;
      for (let day = firstDay(from); ; day++) {
        const spans = spansOn(day);
        for (const [begin, end] of spans) run += Math.max(0, Math.min(end, to) - Math.max(begin, from));
        // Zones are at most fourteen hours from UTC.
        if (day * dayMilliseconds - dayMilliseconds > to) return run;
      }
    },
    after(from, amount) {
      let left = amount;
      if (left <= 0) return from;
      const first = firstDay(from);
      for (let day = first; day < first + mostDays; day++) {
        for (const [begin, end] of spansOn(day)) {
          const start = Math.max(begin, from);
          if (end <= start) continue;
          if (left <= end - start) return start + left;
          left -= end - start;
        }
      }
      return undefined;
    },
  };
};

/** The service hours of a day, in order, overlaps joined; each day is worked out once. */
const spansByDay = ({ timeZone, weekly, daysOff }: ServiceHours): ((day: number) => readonly Span[]) => {
  const days = new Map<number, readonly Span[]>();
  const off = new Set(daysOff);
  const workOut = (number: number): readonly Span[] => {
    const day = new Date(number * dayMilliseconds).toISOString().slice(0, 10);
    if (off.has(day)) return [];
    const weekday = weekdayOf(day);
    const spans = weekly
      .filter(({ weekdays }) => weekdays.includes(weekday))
      .map(({ from, to }): Span => [instantIn(day, from, timeZone), instantIn(day, to, timeZone)]);
    return joined(spans.sort(([a], [b]) => a - b));
  };
  return (number) => {
    const spans = days.get(number) ?? workOut(number);
    days.set(number, spans);
    return spans;
  };
};

const instantIn = (day: Day, time: string, zone: string): number => Date.parse(instantOf(day, time, zone));

const joined = (spans: readonly Span[]): Span[] => {
  const whole: Span[] = [];
  for (const [from, to] of spans) {
    const last = whole.at(-1);
    if (last && from <= last[1]) whole[whole.length - 1] = [last[0], Math.max(last[1], to)];
    else if (from < to) whole.push([from, to]);
  }
  return whole;
};
