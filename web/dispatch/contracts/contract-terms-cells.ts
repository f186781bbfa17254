import { fixPromises, type FixPromises } from '../../../shared/model/fix-promises.ts';
import { emailAddress } from '../../../shared/model/scalar.ts';
import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import { weeklyHours, type WeeklyHours } from '../../../shared/model/territory.ts';
import { timeZone } from '../../../shared/model/time.ts';
import type { CallOf } from '../../../shared/protocol/endpoint.ts';
import type { importContracts } from '../../../shared/protocol/endpoints/agreement-imports.ts';
import type { RowReader } from '../administration/exchange/row-reader.ts';
import { amountIn } from '../assets/amount-in.ts';

type Row = CallOf<typeof importContracts>['body']['rows'][number];
type Facts = Row['contract'];
type Terms = Pick<
  Facts,
  'respondWithinSeconds' | 'arriveWithinSeconds' | 'hours' | 'quoteAboveMinorUnits' | 'keeper' | 'tellsCustomer'
>;
type ByName = Pick<Row, 'calendar' | 'priceList' | 'preferredTechnicians' | 'forbiddenTechnicians'>;
const priorities = ['emergency', 'high', 'normal', 'low'] as const;
const hoursColumns = ['time zone', 'service hours', 'holidays'] as const;

/** Promises as `emergency 1h; high 90min`, hours as `12345 08:00-17:00`, the rest by name; a cell left open leaves it as it is. */
export const termsColumns = [
  'response',
  'arrival',
  ...hoursColumns,
  'price list',
  'preferred technicians',
  'forbidden technicians',
  'asked above',
  'keeper',
  'keeper email',
  'tells customer',
] as const;

export const termsIn = (reader: RowReader, currency: string): Terms => {
  const respondWithinSeconds = promisesIn(reader, 'response');
  const arriveWithinSeconds = promisesIn(reader, 'arrival');
  const quoteAboveMinorUnits = amountIn(reader, 'asked above', currency);
  const hasKeeper = reader.text('keeper') + reader.text('keeper email') !== '';
  return {
    ...(respondWithinSeconds && { respondWithinSeconds }),
    ...(arriveWithinSeconds && { arriveWithinSeconds }),
    ...(hoursColumns.some((column) => reader.text(column) !== '') && {
      hours: { timeZone: fitting(reader, 'time zone', timeZone), weekly: weeklyIn(reader) },
    }),
    ...(quoteAboveMinorUnits !== undefined && { quoteAboveMinorUnits }),
    ...(hasKeeper && {
      keeper: { name: reader.needed('keeper'), email: fitting(reader, 'keeper email', emailAddress) },
    }),
    ...(reader.text('tells customer') !== '' && {
      tellsCustomer: reader.choice('tells customer', ['no', 'yes']) === 'yes',
    }),
  };
};

/** What the server looks up by its name. */
export const namesIn = (reader: RowReader): ByName => {
  const [calendar, priceList] = [reader.text('holidays'), reader.text('price list')];
  const preferredTechnicians = reader.list('preferred technicians');
  const forbiddenTechnicians = reader.list('forbidden technicians');
  return {
    ...(calendar !== '' && { calendar }),
    ...(priceList !== '' && { priceList }),
    ...(preferredTechnicians.length > 0 && { preferredTechnicians }),
    ...(forbiddenTechnicians.length > 0 && { forbiddenTechnicians }),
  };
};

/** How a technician, list or calendar of that id is called in a file. */
export type NameOf = (id: string) => string;

export const termsCells = (one: ServiceContract, nameOf: NameOf, amount: (minor?: number) => string): string[] => [
  promisesText(one.respondWithinSeconds),
  promisesText(one.arriveWithinSeconds),
  one.hours?.timeZone ?? '',
  (one.hours?.weekly ?? []).map(({ weekdays, from, to }) => `${weekdays.join('')} ${from}-${to}`).join('; '),
  one.hours?.holidayCalendarId === undefined ? '' : nameOf(one.hours.holidayCalendarId),
  one.priceListId === undefined ? '' : nameOf(one.priceListId),
  (one.preferredTechnicianIds ?? []).map(nameOf).join('; '),
  (one.forbiddenTechnicianIds ?? []).map(nameOf).join('; '),
  amount(one.quoteAboveMinorUnits),
  one.keeper?.name ?? '',
  one.keeper?.email ?? '',
  one.tellsCustomer === undefined ? '' : one.tellsCustomer ? 'yes' : 'no',
];

const unitSeconds: Readonly<Record<string, number>> = { d: 86_400, h: 3600, min: 60, s: 1 };

/** All four priorities, each once: a promise that leaves one open is none. */
const promisesIn = (reader: RowReader, column: string): FixPromises | undefined => {
  const said = reader.list(column);
  if (said.length === 0) return undefined;
  const read = fixPromises.safeParse(Object.fromEntries(said.map(promiseIn)));
  if (!read.success || said.length !== priorities.length) reader.refuse(column);
  return read.data;
};

const promiseIn = (text: string): [string, number | undefined] => {
  const [, name = '', count = '', unit = ''] = /^([a-z]+)[ :]+(\d{1,6}) ?(d|h|min|s)$/.exec(text.toLowerCase()) ?? [];
  const each = unitSeconds[unit];
  return [name, each === undefined ? undefined : Number(count) * each];
};

const promisesText = (promises: FixPromises | undefined): string =>
  promises ? priorities.map((name) => `${name} ${timeText(promises[name])}`).join('; ') : '';

const timeText = (seconds: number): string => {
  if (seconds % 3600 === 0) return `${seconds / 3600}h`;
  return seconds % 60 === 0 ? `${seconds / 60}min` : `${seconds}s`;
};

const weeklyIn = (reader: RowReader): WeeklyHours[] =>
  reader.list('service hours').flatMap((text) => {
    const [, days = '', from = '', to = ''] = /^([1-7]+) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
    const read = weeklyHours.safeParse({ weekdays: [...days].map(Number), from, to });
    if (!read.success) reader.refuse('service hours');
    return read.data ?? [];
  });

/** Needed, and refused by its column here already: the server would refuse the whole call. */
const fitting = (reader: RowReader, column: string, schema: typeof timeZone | typeof emailAddress): string => {
  const text = reader.needed(column);
  if (!schema.safeParse(text).success) reader.refuse(column);
  return text;
};
