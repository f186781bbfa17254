import { describe, expect, it } from 'vitest';
import { daysOff } from '../../infra/local/holidays/days-off.ts';
import { keepCalendar } from '../../infra/local/holidays/keep-calendar.ts';
import { holidayCalendarSchema, type HolidayCalendar } from '../../shared/model/holiday-calendar.ts';
import { holidayCalendarBody } from '../../shared/protocol/endpoints/prices.ts';
import { aRecord } from '../builders/an-id.ts';

describe('days off of a country', () => {
  it('are its public holidays of the year, with those of the state', () => {
    const country = daysOff({ country: 'US', year: 2026 }).map(({ on }) => on);
    const state = daysOff({ country: 'US', state: 'MA', year: 2026 }).map(({ on }) => on);
    expect(country).toEqual([...country].sort());
    expect(country).toContain('2026-11-26');
    expect(country).not.toContain('2026-02-14');
    // Patriots' Day is the third Monday in April.
    expect(country).not.toContain('2026-04-20');
    expect(state).toEqual(expect.arrayContaining(['2026-11-26', '2026-04-20']));
  });

  it('say which countries and states there are where one is not known', () => {
    expect(() => daysOff({ country: 'XX', year: 2026 })).toThrow(/There is no country XX; there are: .*US/);
    expect(() => daysOff({ country: 'US', state: 'QQ', year: 2026 })).toThrow(/US has no state QQ; it has: .*MA/);
  });
});

describe('the calendar of a company', () => {
  const days = [{ on: '2026-01-01', name: 'New Year' }];

  it('is made where there is none, and takes the year’s days anew where there is one, with other years kept', async () => {
    let kept: HolidayCalendar[] = [];
    const ask = async (method: string, _path: string, body?: unknown): Promise<unknown> => {
      if (method === 'GET') return { items: kept };
      kept = [holidayCalendarSchema.parse({ ...aRecord('holidayCalendar'), ...holidayCalendarBody.parse(body) })];
      return undefined;
    };
    await keepCalendar(ask, 'US-MA', 2026, [{ on: '2026-07-04', name: 'wrong' }]);
    await keepCalendar(ask, 'US-MA', 2025, [{ on: '2025-12-25', name: 'Christmas' }]);
    await keepCalendar(ask, 'US-MA', 2026, days);
    expect(kept).toMatchObject([{ name: 'US-MA', days: [{ on: '2025-12-25' }, { on: '2026-01-01' }] }]);
  });
});
