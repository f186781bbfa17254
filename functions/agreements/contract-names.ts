import type * as z from 'zod/mini';
import type { EntityKind } from '../../shared/model/entity.ts';
import type { ServiceContract } from '../../shared/model/service-contract.ts';
import type { importedContract } from '../../shared/protocol/endpoints/agreement-imports.ts';
import { idOfRef } from '../api/import-row.ts';
import { badField } from '../platform/errors.ts';
import { allTechnicians } from '../store/questions/catalogue.ts';
import { allHolidayCalendars, allPriceLists } from '../store/questions/coverage-book.ts';
import type { StaffAsked } from './route.ts';

type Row = z.infer<typeof importedContract>;
type Facts = Pick<ServiceContract, 'hours' | 'priceListId' | 'preferredTechnicianIds' | 'forbiddenTechnicianIds'>;
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a line of contracts calls by name; what it does not name it leaves out. */
export const contractNames = async (
  { deps, tenantId }: Pick<StaffAsked, 'deps' | 'tenantId'>,
  { contract, calendar, priceList, preferredTechnicians = [], forbiddenTechnicians = [] }: Row,
): Promise<Facts> => {
  const namesPeople = preferredTechnicians.length + forbiddenTechnicians.length > 0;
  const [calendars, lists, people] = await Promise.all([
    calendar === undefined ? [] : allHolidayCalendars(deps.table, tenantId),
    priceList === undefined ? [] : allPriceLists(deps.table, tenantId),
    namesPeople ? allTechnicians(deps.table, tenantId) : [],
  ]);
  const technician = (field: string) => (text: string) => idNamed(field, 'technician', people, text);
  return {
    ...(calendar !== undefined && {
      hours: hoursWith(contract, idNamed('calendar', 'holidayCalendar', calendars, calendar)),
    }),
    ...(priceList !== undefined && { priceListId: idNamed('priceList', 'priceList', lists, priceList) }),
    ...(preferredTechnicians.length > 0 && {
      preferredTechnicianIds: preferredTechnicians.map(technician('preferredTechnicians')),
    }),
    ...(forbiddenTechnicians.length > 0 && {
      forbiddenTechnicianIds: forbiddenTechnicians.map(technician('forbiddenTechnicians')),
    }),
  };
};

const hoursWith = ({ hours }: Row['contract'], holidayCalendarId: string): NonNullable<Facts['hours']> => {
  if (!hours)
    throw badField('body.hours', 'a calendar is read along with hours and their time zone', { finding: 'not-there' });
  return { ...hours, holidayCalendarId };
};

/** By id or number of one's own; else the only one of that name, in any case. */
const idNamed = (field: string, kind: EntityKind, known: readonly Named[], text: string): string => {
  const id = idOfRef(kind, text);
  if (known.some((one) => one.id === id)) return id;
  const [found, more] = known.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (more) throw badField(`body.${field}`, `several are called ${text}`, { finding: 'several', said: text });
  if (!found) throw badField(`body.${field}`, `nothing is called ${text}`, { finding: 'not-there', said: text });
  return found.id;
};
