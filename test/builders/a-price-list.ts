import { priceListSchema, type PriceList } from '../../shared/model/price-list.ts';
import { aRecord } from './an-id.ts';

/** An hour costs 120.00, begun quarters count whole; coming costs 40.00 within 20 km, and 60.00 and 1.50 a kilometre beyond. */
export const aPriceList = (changes: Partial<PriceList> = {}): PriceList =>
  priceListSchema.parse({
    ...aRecord('priceList'),
    name: 'Standard',
    currency: 'USD',
    timeZone: 'America/New_York',
    labour: [{ name: 'Standard hour', perHourMinorUnits: 12_000 }],
    travel: [
      { zone: 'Near', withinMetres: 20_000, callOutMinorUnits: 4000, perKilometreMinorUnits: 0 },
      { zone: 'Far', callOutMinorUnits: 6000, perKilometreMinorUnits: 150 },
    ],
    parts: [],
    ...changes,
  });
