import * as z from 'zod/mini';
import { coveragePolicySchema } from '../../model/coverage-policy.ts';
import { idOf } from '../../model/entity.ts';
import { holidayCalendarSchema } from '../../model/holiday-calendar.ts';
import { priceListSchema } from '../../model/price-list.ts';
import { endpoint, everyStaff, staff } from '../endpoint.ts';

const managers = staff('manager', 'administrator');
const { id: _i, version: _v, createdAt: _c, updatedAt: _u, ...listFacts } = priceListSchema.shape;
export const priceListBody = z.strictObject(listFacts);
const { name, days } = holidayCalendarSchema.shape;
export const holidayCalendarBody = z.strictObject({ name, days });
const { version: _pv, createdAt: _pc, updatedAt: _pu, ...policyFacts } = coveragePolicySchema.shape;
export const coveragePolicyBody = z.strictObject(policyFacts);

export const listPriceLists = endpoint({
  method: 'GET',
  path: '/v1/price-lists',
  entry: 'agreements',
  summary: 'Every price list',
  access: everyStaff,
  response: z.strictObject({ items: z.array(priceListSchema) }),
});

export const createPriceList = endpoint({
  method: 'POST',
  path: '/v1/price-lists',
  entry: 'agreements',
  summary: 'Rates by work type, skill, time of day and travel zone, and prices of parts',
  access: managers,
  body: priceListBody,
  response: priceListSchema,
  status: 201,
});

export const changePriceList = endpoint({
  method: 'PUT',
  path: '/v1/price-lists/{priceListId}',
  entry: 'agreements',
  summary: 'Changes rates and prices; what was decided by them stays as it was decided',
  access: managers,
  params: z.strictObject({ priceListId: idOf('priceList') }),
  body: priceListBody,
  response: priceListSchema,
  versioned: true,
});

export const getCoveragePolicy = endpoint({
  method: 'GET',
  path: '/v1/coverage-policy',
  entry: 'agreements',
  summary: 'Which promise bears first, and above which sums somebody is asked; the usual one where none was set',
  access: everyStaff,
  response: coveragePolicySchema,
});

export const changeCoveragePolicy = endpoint({
  method: 'PUT',
  path: '/v1/coverage-policy',
  entry: 'agreements',
  summary: 'Changes how the company decides on coverage from now on',
  access: managers,
  body: coveragePolicyBody,
  response: coveragePolicySchema,
  versioned: true,
});

export const listHolidayCalendars = endpoint({
  method: 'GET',
  path: '/v1/holiday-calendars',
  entry: 'agreements',
  summary: 'Every calendar of days off',
  access: everyStaff,
  response: z.strictObject({ items: z.array(holidayCalendarSchema) }),
});

export const createHolidayCalendar = endpoint({
  method: 'POST',
  path: '/v1/holiday-calendars',
  entry: 'agreements',
  summary: 'The days off of a country or region',
  access: managers,
  body: holidayCalendarBody,
  response: holidayCalendarSchema,
  status: 201,
});

export const changeHolidayCalendar = endpoint({
  method: 'PUT',
  path: '/v1/holiday-calendars/{holidayCalendarId}',
  entry: 'agreements',
  summary: 'Changes the days off; clocks that run keep the days that they began with',
  access: managers,
  params: z.strictObject({ holidayCalendarId: idOf('holidayCalendar') }),
  body: holidayCalendarBody,
  response: holidayCalendarSchema,
  versioned: true,
});
