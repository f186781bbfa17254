import { usualPrecedence, type CoveragePolicy } from '../../../shared/model/coverage-policy.ts';
import type { HolidayCalendar } from '../../../shared/model/holiday-calendar.ts';
import type { PriceList } from '../../../shared/model/price-list.ts';
import { coveragePolicyEntity } from '../entities/coverage-policy.ts';
import { holidayCalendarEntity } from '../entities/holiday-calendar.ts';
import { priceListEntity } from '../entities/price-list.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** How a company decides on coverage; the usual way, in version 0, where it has said nothing. */
export const coveragePolicy = async (
  table: Table,
  tenantId: string,
): Promise<CoveragePolicy & { readonly version: number }> =>
  (await table.get(coveragePolicyEntity, tenantId, {})) ?? usualPolicy;

export const allPriceLists = async (table: Table, tenantId: string): Promise<PriceList[]> =>
  readItems(priceListEntity, await table.all({ tenantId, index: 'gsi1', partition: ['PRICE-LISTS'] }));

export const allHolidayCalendars = async (table: Table, tenantId: string): Promise<HolidayCalendar[]> =>
  readItems(holidayCalendarEntity, await table.all({ tenantId, index: 'gsi1', partition: ['HOLIDAY-CALENDARS'] }));

const neverSet = '1970-01-01T00:00:00.000Z';
const usualPolicy: CoveragePolicy = {
  version: 0,
  createdAt: neverSet,
  updatedAt: neverSet,
  precedence: [...usualPrecedence],
};
