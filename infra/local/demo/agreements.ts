import { coveragePolicyEntity } from '../../../functions/store/entities/coverage-policy.ts';
import { holidayCalendarEntity } from '../../../functions/store/entities/holiday-calendar.ts';
import { priceListEntity } from '../../../functions/store/entities/price-list.ts';
import { usualPrecedence } from '../../../shared/model/coverage-policy.ts';
import type { Keep } from './keep.ts';
import type { Maker } from './maker.ts';

const zone = 'America/New_York';
const workingDays = [1, 2, 3, 4, 5];

/** What Harbor charges, whom it asks first, and the days on which Massachusetts rests. */
export function keepAgreements(make: Maker, keep: Keep): void {
  const priceList = {
    ...make.record('priceList', 'standard'),
    name: 'Standard 2026',
    currency: 'USD',
    timeZone: zone,
    labour: [
      {
        name: 'Working hours',
        hours: [{ weekdays: workingDays, from: '07:00', to: '18:00' }],
        perHourMinorUnits: 12_500,
      },
      { name: 'Evenings and weekends', perHourMinorUnits: 18_750 },
    ],
    labourStepSeconds: 900,
    travel: [
      { zone: 'Within 15 km', withinMetres: 15_000, callOutMinorUnits: 4500, perKilometreMinorUnits: 0 },
      { zone: 'Beyond', callOutMinorUnits: 4500, perKilometreMinorUnits: 120 },
    ],
    parts: [],
    partsDiscountPercent: 0,
  };
  keep(priceListEntity, priceList);
  const { createdAt, updatedAt } = priceList;
  keep(coveragePolicyEntity, {
    version: 1,
    createdAt,
    updatedAt,
    precedence: [...usualPrecedence],
    priceListId: priceList.id,
    quoteAboveMinorUnits: 40_000,
    approval: { aboveMinorUnits: 75_000, role: 'manager' },
  });
  keep(holidayCalendarEntity, { ...make.record('holidayCalendar', 'massachusetts'), name: 'Massachusetts', days });
}

const days = [
  { on: '2026-01-01', name: "New Year's Day" },
  { on: '2026-05-25', name: 'Memorial Day' },
  { on: '2026-07-03', name: 'Independence Day, observed' },
  { on: '2026-09-07', name: 'Labor Day' },
  { on: '2026-11-26', name: 'Thanksgiving' },
  { on: '2026-12-25', name: 'Christmas Day' },
];
