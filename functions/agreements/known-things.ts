import type { ServiceContract } from '../../shared/model/service-contract.ts';
import { badFields } from '../platform/errors.ts';
import { customerBelongings } from '../store/questions/customer-belongings.ts';
import { allTechnicians } from '../store/questions/catalogue.ts';
import { allHolidayCalendars, allPriceLists } from '../store/questions/coverage-book.ts';
import type { StaffAsked } from './route.ts';

type Named = Pick<
  ServiceContract,
  'siteIds' | 'assetIds' | 'priceListId' | 'hours' | 'preferredTechnicianIds' | 'forbiddenTechnicianIds'
>;
interface Thing {
  readonly id: string;
}

/** Refuses sites, assets, technicians, price lists and calendars that are not there, each field by itself. */
export const requireContractThings = async (asked: StaffAsked, customerId: string, named: Named): Promise<void> => {
  const { deps, tenantId } = asked;
  const { siteIds, assetIds = [], priceListId, hours } = named;
  const technicianIds = [...(named.preferredTechnicianIds ?? []), ...(named.forbiddenTechnicianIds ?? [])];
  const calendarId = hours?.holidayCalendarId;
  const [{ sites, assets }, technicians, lists, calendars] = await Promise.all([
    customerBelongings(deps.table, tenantId, customerId),
    technicianIds.length === 0 ? [] : allTechnicians(deps.table, tenantId),
    priceListId === undefined ? [] : allPriceLists(deps.table, tenantId),
    calendarId === undefined ? [] : allHolidayCalendars(deps.table, tenantId),
  ]);
  const errors = [
    ...missing('body.siteIds', siteIds, sites, 'the customer has no such site'),
    ...missing('body.assetIds', assetIds, assets, 'the customer has no such asset'),
    ...missing('body.preferredTechnicianIds', technicianIds, technicians, 'there is no such technician'),
    ...missing('body.priceListId', listOf(priceListId), lists, 'there is no such price list'),
    ...missing('body.hours.holidayCalendarId', listOf(calendarId), calendars, 'there is no such calendar'),
  ];
  if (errors.length > 0) throw badFields(errors);
};

const listOf = (id: string | undefined): string[] => (id === undefined ? [] : [id]);

const missing = (field: string, ids: readonly string[], known: readonly Thing[], message: string) =>
  ids.some((id) => !known.some((one) => one.id === id)) ? [{ field, message, finding: 'not-there' as const }] : [];
