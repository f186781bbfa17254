import Holidays from 'date-holidays';
import type { HolidayCalendar } from '../../../shared/model/holiday-calendar.ts';

export interface WhereAndWhen {
  /** ISO 3166-1, such as US. */
  readonly country: string;
  /** As the library names it within the country, such as MA. */
  readonly state?: string | undefined;
  readonly year: number;
}

/** The public holidays of a country or state in a year, in the order of their days; a day with two names has both. */
export const daysOff = ({ country, state, year }: WhereAndWhen): HolidayCalendar['days'] => {
  const countries = Object.keys(new Holidays().getCountries());
  if (!countries.includes(country))
    throw new Error(`There is no country ${country}; there are: ${countries.join(' ')}`);
  const states = Object.keys(new Holidays().getStates(country) ?? {});
  if (state !== undefined && !states.includes(state))
    throw new Error(`${country} has no state ${state}; it has: ${states.join(' ')}`);
  const holidays = state === undefined ? new Holidays(country) : new Holidays(country, state);
  const names = new Map<string, string[]>();
  for (const { date, name, type } of holidays.getHolidays(year)) {
    if (type !== 'public') continue;
    const on = date.slice(0, 10);
    names.set(on, [...(names.get(on) ?? []), name]);
  }
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, all]) => ({ on, name: all.join(', ').slice(0, 200) }));
};
