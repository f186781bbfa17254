import { instantOf, weekdayOf } from '../geo/zoned-time.ts';
import { isBefore } from '../geo/instant-arithmetic.ts';
import type { ShiftPattern, Technician } from '../model/technician.ts';
import type { Day, InstantSpan } from '../model/time.ts';

/** When a technician works on a day, in order, overlaps joined. `zone` is that of his home territory. Absences are not taken off. */
export const shiftsOn = (technician: Pick<Technician, 'shifts'>, day: Day, zone: string): InstantSpan[] => {
  const spans = technician.shifts
    .filter((pattern) => holdsOn(pattern, day))
    .map(({ from, to }) => ({ from: instantOf(day, from, zone), to: instantOf(day, to, zone) }))
    .filter((span) => isBefore(span.from, span.to))
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  return joined(spans);
};

const holdsOn = ({ weekdays, startsOn, endsOn, everyWeeks = 1 }: ShiftPattern, day: Day): boolean => {
  if (!weekdays.includes(weekdayOf(day))) return false;
  if ((startsOn !== undefined && day < startsOn) || (endsOn !== undefined && day > endsOn)) return false;
  return startsOn === undefined || (weekOf(day) - weekOf(startsOn)) % everyWeeks === 0;
};

/** Weeks from Monday to Sunday, counted; 1970-01-01 was a Thursday. */
const weekOf = (day: Day): number => Math.floor((Date.parse(day) / 86_400_000 + 3) / 7);

const joined = (spans: readonly InstantSpan[]): InstantSpan[] => {
  const whole: InstantSpan[] = [];
  for (const span of spans) {
    const last = whole.at(-1);
    if (last && !isBefore(last.to, span.from)) {
      whole[whole.length - 1] = { from: last.from, to: isBefore(last.to, span.to) ? span.to : last.to };
    } else {
      whole.push(span);
    }
  }
  return whole;
};
