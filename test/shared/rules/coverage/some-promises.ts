import fc from 'fast-check';
import type { Asset } from '../../../../shared/model/asset.ts';
import { promiseKind } from '../../../../shared/model/coverage-policy.ts';
import type { CoverageFacts } from '../../../../shared/model/coverage-facts.ts';
import type { ServiceContract } from '../../../../shared/model/service-contract.ts';
import type { Warranty } from '../../../../shared/model/warranty.ts';
import { aContract } from '../../../builders/a-contract.ts';
import { aPriceList } from '../../../builders/a-price-list.ts';
import { aWarranty } from '../../../builders/a-warranty.ts';
import { anAsset } from '../../../builders/an-asset.ts';
import { anId } from '../../../builders/an-id.ts';
import { someCoverageFacts } from '../../../builders/some-coverage-facts.ts';

const asset: Asset = anAsset({ othersRepairedOn: ['2026-01-01'] });
const partIds = [anId('part'), anId('part'), anId('part')];
const percent = fc.integer({ min: 0, max: 100 });
const covers = fc.record({ labour: percent, parts: percent, travel: percent });
const amount = fc.integer({ min: 0, max: 50_000 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const startsOn = fc.constantFrom('2024-01-01', '2025-06-01', '2026-05-12', '2026-05-13');
const endsOn = fc.constantFrom('2026-05-11', '2026-05-12', '2027-01-01', '2028-01-01');
const bornBy = fc.integer({ min: 0, max: 100 }).map((share) => [
  { party: 'maker' as const, percent: share },
  { party: 'company' as const, percent: 100 - share },
]);

const present = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export const someWarranty: fc.Arbitrary<Warranty> = fc
  .record({
    kind: fc.constantFrom('maker', 'extended', 'repair'),
    startsOn,
    endsOn,
    covers,
    limitPerClaimMinorUnits: maybe(amount),
    partId: maybe(fc.constantFrom(...partIds)),
    bornBy: maybe(bornBy),
    exclusions: maybe(
      fc.record({
        wearParts: fc.boolean(),
        othersRepair: fc.boolean(),
        misuseCodes: fc.constantFrom<string[]>([], ['water']),
        partIds: fc.subarray(partIds),
      }),
    ),
  })
  .map((facts) => aWarranty({ ...present(facts), assetId: asset.id }));

export interface SomeContract {
  readonly contract: ServiceContract;
  readonly usages: CoverageFacts['usages'];
  readonly priceLists: CoverageFacts['priceLists'];
}

export const someContract: fc.Arbitrary<SomeContract> = fc
  .record({
    kind: fc.constantFrom('purchase', 'lease', 'service-agreement'),
    startsOn,
    endsOn,
    covers,
    appointmentsLeft: maybe(fc.integer({ min: 0, max: 2 })),
    labourSecondsLeft: maybe(fc.integer({ min: 0, max: 10_000 })),
    spendLeftMinorUnits: maybe(amount),
    perHour: maybe(amount),
  })
  .map(({ appointmentsLeft, labourSecondsLeft, spendLeftMinorUnits, perHour, ...facts }) => {
    const list =
      perHour === undefined ? undefined : aPriceList({ labour: [{ name: 'Agreed', perHourMinorUnits: perHour }] });
    const contract = aContract({
      ...facts,
      ...(list && { priceListId: list.id }),
      entitlement: { per: 'term', appointments: 9, labourSeconds: 99_999, spendMinorUnits: 99_999 },
    });
    const left = present({ appointmentsLeft, labourSecondsLeft, spendLeftMinorUnits });
    return {
      contract,
      usages: [{ contractId: contract.id, periodOn: contract.startsOn, ...left }],
      priceLists: list ? [list] : [],
    };
  });

const someWork: fc.Arbitrary<CoverageFacts['work']> = fc
  .record({
    labour: fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 3 }),
    travel: fc.array(fc.integer({ min: 0, max: 60_000 }), { maxLength: 2 }),
    parts: fc.array(fc.record({ price: amount, which: fc.nat({ max: 2 }), wears: fc.boolean() }), { maxLength: 4 }),
    causes: fc.constantFrom<string[]>([], ['water']),
  })
  .map(({ labour, travel, parts, causes }) => ({
    labour: labour.map((seconds, at) => ({
      id: `labour-${at}`,
      workTypeId: anId('workType'),
      skillIds: [],
      startsAt: '2026-05-12T14:00:00.000Z',
      seconds,
    })),
    travel: travel.map((metres, at) => ({ id: `travel-${at}`, metres })),
    parts: parts.map(({ price, which, wears }, at) => ({
      id: `part-${at}`,
      partId: partIds[which] ?? '',
      quantity: at + 1,
      unitPriceMinorUnits: price,
      wears,
    })),
    causes,
  }));

/** Anything that a work order may hang on. */
export const someFacts: fc.Arbitrary<CoverageFacts> = fc
  .record({
    warranties: fc.array(someWarranty, { maxLength: 4 }),
    contracts: fc.array(someContract, { maxLength: 4 }),
    work: someWork,
    precedence: fc.shuffledSubarray([...promiseKind.options], { minLength: promiseKind.options.length }),
    perHour: amount,
  })
  .map(({ warranties, contracts, work, precedence, perHour }) => {
    const list = aPriceList({ labour: [{ name: 'Hour', perHourMinorUnits: perHour }], partsDiscountPercent: 7 });
    return someCoverageFacts({
      asset,
      warranties,
      contracts: contracts.map(({ contract }) => contract),
      usages: contracts.flatMap(({ usages }) => usages),
      priceLists: [list, ...contracts.flatMap(({ priceLists }) => priceLists)],
      policy: { precedence, priceListId: list.id },
      work,
    });
  });
