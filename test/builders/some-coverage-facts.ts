import { coverageFactsSchema, type CoverageFacts } from '../../shared/model/coverage-facts.ts';
import { usualPrecedence } from '../../shared/model/coverage-policy.ts';
import { aPriceList } from './a-price-list.ts';
import { anAsset } from './an-asset.ts';
import { anId } from './an-id.ts';

/** An hour of work on a boiler on 12 May 2026, 5 km away, with one part of 100.00; nothing covers it. */
export const someCoverageFacts = (changes: Partial<CoverageFacts> = {}): CoverageFacts => {
  const list = aPriceList();
  const asset = changes.asset ?? anAsset();
  return coverageFactsSchema.parse({
    validAt: '2026-05-12T14:00:00.000Z',
    timeZone: 'America/New_York',
    currency: 'USD',
    customerId: asset.customerId,
    siteId: asset.siteId,
    asset,
    warranties: [],
    contracts: [],
    usages: [],
    priceLists: [list],
    policy: { precedence: [...usualPrecedence], priceListId: list.id },
    work: someWork(),
    ...changes,
  });
};

export const someWork = (): CoverageFacts['work'] => ({
  labour: [
    { id: 'labour-1', workTypeId: anId('workType'), skillIds: [], startsAt: '2026-05-12T14:00:00.000Z', seconds: 3600 },
  ],
  travel: [{ id: 'travel-1', metres: 5000 }],
  parts: [{ id: 'part-1', partId: anId('part'), quantity: 1, unitPriceMinorUnits: 10_000 }],
});
