import type { CoveragePolicy } from '../../../shared/model/coverage-policy.ts';
import type { HolidayCalendar } from '../../../shared/model/holiday-calendar.ts';
import type { PriceList } from '../../../shared/model/price-list.ts';
import type { BodyOf } from '../../../shared/protocol/endpoint.ts';
import type {
  changeCoveragePolicy,
  createHolidayCalendar,
  createPriceList,
} from '../../../shared/protocol/endpoints/prices.ts';

/** What is entered about a price list, the policy and a calendar of days off. */
export type PriceListDraft = BodyOf<typeof createPriceList>;
export type PolicyDraft = BodyOf<typeof changeCoveragePolicy>;
export type CalendarDraft = BodyOf<typeof createHolidayCalendar>;

export const priceListDraft = ({
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...facts
}: PriceList): PriceListDraft => facts;

export const policyDraft = ({
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...facts
}: CoveragePolicy): PolicyDraft => facts;

export const calendarDraft = ({ name, days }: HolidayCalendar): CalendarDraft => ({ name, days });

/** A new one has one rate for every hour and one way for every distance, and charges begun quarters of an hour. */
export const newPriceList = (currency: string, timeZone: string, labour: string, zone: string): PriceListDraft => ({
  name: '',
  currency,
  timeZone,
  labour: [{ name: labour, perHourMinorUnits: 0 }],
  labourStepSeconds: 900,
  travel: [{ zone, callOutMinorUnits: 0, perKilometreMinorUnits: 0 }],
  parts: [],
  partsDiscountPercent: 0,
});

/** Days of a calendar as people look for them, the first one first. */
export const inOrderOfDays = ({ name, days }: CalendarDraft): CalendarDraft => ({
  name,
  days: [...days].sort((a, b) => (a.on < b.on ? -1 : 1)),
});
