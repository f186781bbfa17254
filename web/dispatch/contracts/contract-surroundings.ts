import type { Api } from '../../api/api.ts';
import type { Asset } from '../../../shared/model/asset.ts';
import type { Customer } from '../../../shared/model/customer.ts';
import type { HolidayCalendar } from '../../../shared/model/holiday-calendar.ts';
import type { PriceList } from '../../../shared/model/price-list.ts';
import type { Site } from '../../../shared/model/site.ts';
import { getAccount } from '../../../shared/protocol/endpoints/account.ts';
import { getCustomerFile } from '../../../shared/protocol/endpoints/customers.ts';
import { listHolidayCalendars, listPriceLists } from '../../../shared/protocol/endpoints/prices.ts';

/** What a contract can name: its customer's sites and assets, calendars of days off, price lists, and the company's currency. */
export interface ContractSurroundings {
  readonly customer: Customer;
  readonly sites: readonly Site[];
  readonly assets: readonly Asset[];
  readonly calendars: readonly HolidayCalendar[];
  readonly priceLists: readonly PriceList[];
  readonly currency: string;
}

export const readSurroundings = async (api: Api, customerId: string): Promise<ContractSurroundings> => {
  const [file, calendars, priceLists, { tenant }] = await Promise.all([
    api.call(getCustomerFile, { params: { customerId } }),
    api.call(listHolidayCalendars, {}),
    api.call(listPriceLists, {}),
    api.call(getAccount, {}),
  ]);
  const { customer, sites, assets } = file;
  return {
    customer,
    sites,
    assets,
    calendars: calendars.items,
    priceLists: priceLists.items,
    currency: tenant.currency,
  };
};
