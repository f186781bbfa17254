import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import { listHolidayCalendars, listPriceLists } from '../../../shared/protocol/endpoints/prices.ts';
import type { Api } from '../../api/api.ts';
import type { Catalogue } from '../state/read-catalogue.ts';
import type { NameOf } from './contract-terms-cells.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** How contracts of a page call technicians, price lists and calendars; these are asked for once, and only where a contract names one. */
export const contractNameOf = (api: Api, { technicians }: Catalogue, signal: AbortSignal) => {
  let books: Promise<NameOf> | undefined;
  const people = namesOf([...technicians.values()]);
  const readBooks = async (): Promise<NameOf> => {
    const [lists, calendars] = await Promise.all([
      api.call(listPriceLists, {}, { signal }),
      api.call(listHolidayCalendars, {}, { signal }),
    ]);
    const [list, calendar] = [namesOf(lists.items), namesOf(calendars.items)];
    return (id) => people(list(calendar(id)));
  };
  return async (page: readonly ServiceContract[]): Promise<NameOf> =>
    page.some(namesBook) ? (books ??= readBooks()) : people;
};

const namesBook = ({ priceListId, hours }: ServiceContract): boolean =>
  priceListId !== undefined || hours?.holidayCalendarId !== undefined;

/** The id where a name would not be read back: several bear it, or it would end a list. */
const namesOf = (things: readonly Named[]): NameOf => {
  const bearers = new Map<string, number>();
  for (const { name } of things) bearers.set(name.toLowerCase(), (bearers.get(name.toLowerCase()) ?? 0) + 1);
  const names = new Map(
    things
      .filter(({ name }) => bearers.get(name.toLowerCase()) === 1 && !name.includes(';'))
      .map((one) => [one.id, one.name]),
  );
  return (id) => names.get(id) ?? id;
};
