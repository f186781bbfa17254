import type { HolidayCalendar } from '../../../shared/model/holiday-calendar.ts';
import { listHolidayCalendars } from '../../../shared/protocol/endpoints/prices.ts';
import type { AskServer } from '../import/import-file.ts';

type Days = HolidayCalendar['days'];

/** Writes a year's days off into the company's calendar of this name; days of other years stay, those of the year are replaced. */
export const keepCalendar = async (ask: AskServer, name: string, year: number, days: Days): Promise<Days> => {
  const { path } = listHolidayCalendars;
  const { items } = listHolidayCalendars.response.parse(await ask('GET', path));
  const before = items.find((one) => one.name === name);
  const others = (before?.days ?? []).filter(({ on }) => !on.startsWith(`${year}-`));
  const all = [...others, ...days].sort((a, b) => (a.on < b.on ? -1 : 1));
  if (before) await ask('PUT', `${path}/${before.id}`, { name, days: all });
  else await ask('POST', path, { name, days: all });
  return all;
};
