import type { Asset } from '../../../../shared/model/asset.ts';
import type { CoverageFacts } from '../../../../shared/model/coverage-facts.ts';
import type { CoverageDecision, CoverageLine } from '../../../../shared/model/coverage-decision.ts';
import type { Party } from '../../../../shared/model/money.ts';
import { usualPrecedence } from '../../../../shared/model/coverage-policy.ts';
import type { PriceList } from '../../../../shared/model/price-list.ts';
import type { ServiceContract } from '../../../../shared/model/service-contract.ts';
import type { Warranty } from '../../../../shared/model/warranty.ts';
import { instantOf } from '../../../../shared/geo/zoned-time.ts';
import { aContract } from '../../../builders/a-contract.ts';
import { aPriceList } from '../../../builders/a-price-list.ts';
import { aWarranty } from '../../../builders/a-warranty.ts';
import { anAsset } from '../../../builders/an-asset.ts';
import { anId } from '../../../builders/an-id.ts';
import { someCoverageFacts } from '../../../builders/some-coverage-facts.ts';

/** In percent, such as 'labour 100, parts 50, travel 0'; what is not named is 0. */
export type Covers = string;
type Term = readonly [from: string, to: string];

export interface WarrantyInWords extends Partial<Omit<Warranty, 'covers' | 'kind' | 'partId' | 'exclusions'>> {
  readonly kind: Warranty['kind'];
  readonly term: Term;
  readonly covers: Covers;
  /** The name of the one part that it is for. */
  readonly onlyPart?: string;
  readonly excludes?: Omit<NonNullable<Warranty['exclusions']>, 'partIds'> & { readonly parts?: readonly string[] };
}
export interface ContractInWords extends Partial<Omit<ServiceContract, 'covers' | 'kind' | 'priceListId'>> {
  readonly kind: ServiceContract['kind'];
  readonly term: Term;
  readonly covers: Covers;
  readonly prices?: Partial<PriceList>;
  /** What its present period has left. */
  readonly left?: { readonly appointments?: number; readonly hours?: number; readonly spend?: string };
}

/** One question to the rule and its answer, as a service manager would put them. Amounts are in dollars. */
export interface WorkedCase {
  readonly name: string;
  readonly asset?: Partial<Asset>;
  readonly warranties?: readonly WarrantyInWords[];
  readonly contracts?: readonly ContractInWords[];
  /** The day and time in the asset's zone; without a time at noon. */
  readonly on?: string;
  readonly zone?: string;
  /** An hour's work, 5 km to drive and no part where nothing else is said. */
  readonly work?: {
    readonly hours?: number;
    readonly kilometres?: number;
    readonly parts?: Readonly<Record<string, string>>;
    readonly wears?: readonly string[];
    readonly causes?: readonly string[];
    /** In the asset's zone; without it, at the moment that is asked about. */
    readonly startsAt?: string;
    readonly notPlanned?: true;
  };
  readonly policy?: Partial<CoverageFacts['policy']>;
  readonly prices?: Partial<PriceList>;
  /** Line by line: its price, and who pays what of it. */
  readonly decides: Readonly<Record<string, string>>;
  /** Why a promise does not hold, or bears nothing of a line. */
  readonly because?: readonly string[];
  readonly needs?: readonly string[];
  readonly takes?: readonly string[];
}

const cents = (dollars: string): number => Math.round(Number(dollars) * 100);
const dollars = (amount: number): string => (amount / 100).toFixed(2);
const idOfPart = new Map<string, string>();
const partId = (name: string): string => {
  const id = idOfPart.get(name) ?? anId('part');
  idOfPart.set(name, id);
  return id;
};

const sharesOf = (covers: Covers): Warranty['covers'] => {
  const shares = { labour: 0, parts: 0, travel: 0 };
  for (const [, name, percent] of covers.matchAll(/(labour|parts|travel) (\d+)/g)) {
    if (name === 'labour' || name === 'parts' || name === 'travel') shares[name] = Number(percent);
  }
  return shares;
};

/** The facts of a case, as the server or a phone would have them. */
export const factsOfCase = (one: WorkedCase): CoverageFacts => {
  const zone = one.zone ?? 'America/New_York';
  const asset = anAsset(one.asset ?? {});
  const list = aPriceList({ timeZone: zone, ...one.prices });
  const [day = '2026-05-12', time = '12:00'] = (one.on ?? '2026-05-12 12:00').split(' ');
  const validAt = instantOf(day, time, zone);
  const contracts = (one.contracts ?? []).map(contractOf);
  return someCoverageFacts({
    validAt,
    timeZone: zone,
    asset,
    customerId: asset.customerId,
    siteId: asset.siteId,
    warranties: (one.warranties ?? []).map((words) => warrantyOf(words, asset)),
    contracts: contracts.map(({ contract }) => contract),
    usages: contracts.flatMap(({ usage }) => (usage ? [usage] : [])),
    priceLists: [list, ...contracts.flatMap((contract) => (contract.list ? [contract.list] : []))],
    policy: { precedence: [...usualPrecedence], priceListId: list.id, ...one.policy },
    work: workOf(one, validAt),
  });
};

const warrantyOf = ({ term, covers, onlyPart, excludes, ...rest }: WarrantyInWords, asset: Asset): Warranty =>
  aWarranty({
    clause: rest.kind,
    ...rest,
    assetId: asset.id,
    startsOn: term[0],
    endsOn: term[1],
    covers: sharesOf(covers),
    ...(onlyPart !== undefined && { partId: partId(onlyPart) }),
    ...(excludes && {
      exclusions: {
        ...(excludes.wearParts && { wearParts: true }),
        ...(excludes.othersRepair && { othersRepair: true }),
        ...(excludes.misuseCodes && { misuseCodes: [...excludes.misuseCodes] }),
        ...(excludes.parts && { partIds: excludes.parts.map(partId) }),
      },
    }),
  });

const contractOf = ({ term, covers, prices, left, ...rest }: ContractInWords) => {
  const list = prices && aPriceList({ name: 'Contract', ...prices });
  const contract = aContract({
    clause: rest.kind,
    ...rest,
    startsOn: term[0],
    endsOn: term[1],
    covers: sharesOf(covers),
    ...(list && { priceListId: list.id }),
  });
  const usage = left && {
    contractId: contract.id,
    periodOn: contract.startsOn,
    ...(left.appointments !== undefined && { appointmentsLeft: left.appointments }),
    ...(left.hours !== undefined && { labourSecondsLeft: left.hours * 3600 }),
    ...(left.spend !== undefined && { spendLeftMinorUnits: cents(left.spend) }),
  };
  return { contract, list, usage };
};

const workOf = ({ work = {}, zone = 'America/New_York' }: WorkedCase, validAt: string): CoverageFacts['work'] => {
  const { hours = 1, kilometres = 5, parts = {}, wears = [], causes, notPlanned } = work;
  const [day = '', time = ''] = (work.startsAt ?? '').split(' ');
  const startsAt = work.startsAt === undefined ? validAt : instantOf(day, time, zone);
  return {
    labour: [
      {
        ...{ id: 'labour', workTypeId: anId('workType'), skillIds: [], seconds: Math.round(hours * 3600) },
        ...(!notPlanned && { startsAt }),
      },
    ],
    travel: [{ id: 'travel', metres: kilometres * 1000 }],
    parts: Object.entries(parts).map(([name, price]) => ({
      id: name,
      partId: partId(name),
      quantity: 1,
      unitPriceMinorUnits: cents(price),
      ...(wears.includes(name) && { wears: true }),
    })),
    ...(causes && { causes: [...causes] }),
  };
};

const parties: readonly Party[] = ['maker', 'lessor', 'company', 'customer'];

/** What was decided, in the words of a case. */
export const inWords = (decision: CoverageDecision) => {
  const lineOf = ({ priceMinorUnits, shares }: CoverageLine): string => {
    const paying = parties.filter((side) => shares[side] > 0).map((side) => `${side} ${dollars(shares[side])}`);
    return `${dollars(priceMinorUnits)}: ${paying.join(', ') || 'nobody'}`;
  };
  return {
    decides: Object.fromEntries(decision.lines.map((line) => [line.id, lineOf(line)])),
    because: [
      ...decision.candidates.filter(({ applies }) => !applies).map(({ clause, reason }) => `${clause}: ${reason}`),
      ...decision.lines.flatMap(({ id, excluded }) =>
        excluded.map(({ clause, reason }) => `${clause} on ${id}: ${reason}`),
      ),
    ],
    needs: decision.needs.map((need) => {
      const of = need.kind === 'internal-approval' ? ` by ${need.role}` : '';
      return `${need.kind}${of} for ${dollars(need.amountMinorUnits)}`;
    }),
    takes: decision.drawings.map(
      ({ appointments, labourSeconds, spendMinorUnits }) =>
        `${appointments} appointments, ${labourSeconds / 3600} h, ${dollars(spendMinorUnits)}`,
    ),
  };
};
