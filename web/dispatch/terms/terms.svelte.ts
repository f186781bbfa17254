import type { Api } from '../../api/api.ts';
import type { CoveragePolicy } from '../../../shared/model/coverage-policy.ts';
import type { HolidayCalendar } from '../../../shared/model/holiday-calendar.ts';
import type { PriceList } from '../../../shared/model/price-list.ts';
import type { Tenant } from '../../../shared/model/tenant.ts';
import { getAccount } from '../../../shared/protocol/endpoints/account.ts';
import { getCoveragePolicy, listHolidayCalendars, listPriceLists } from '../../../shared/protocol/endpoints/prices.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** By which prices, in which order of promises and with which days off the company decides. */
export class Terms {
  priceLists: readonly PriceList[] = $state.raw([]);
  calendars: readonly HolidayCalendar[] = $state.raw([]);
  /** Both are there once all was read. */
  policy: CoveragePolicy | undefined = $state.raw();
  tenant: Tenant | undefined = $state.raw();
  fault: unknown = $state.raw();
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  async read(): Promise<void> {
    this.fault = undefined;
    try {
      const [priceLists, calendars, policy, { tenant }] = await Promise.all([
        this.#api.call(listPriceLists, {}),
        this.#api.call(listHolidayCalendars, {}),
        this.#api.call(getCoveragePolicy, {}),
        this.#api.call(getAccount, {}),
      ]);
      this.priceLists = byName(priceLists.items);
      this.calendars = byName(calendars.items);
      this.policy = policy;
      this.tenant = tenant;
    } catch (fault) {
      this.fault = fault;
    }
  }

  takePriceList(saved: PriceList): void {
    this.priceLists = withSaved(this.priceLists, saved);
  }

  takeCalendar(saved: HolidayCalendar): void {
    this.calendars = withSaved(this.calendars, saved);
  }
}

const byName = <One extends Named>(all: readonly One[]): One[] => [...all].sort((a, b) => a.name.localeCompare(b.name));

const withSaved = <One extends Named>(all: readonly One[], saved: One): One[] =>
  byName([...all.filter(({ id }) => id !== saved.id), saved]);
