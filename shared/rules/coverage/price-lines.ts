import { dayOf, instantOf, weekdayOf } from '../../geo/zoned-time.ts';
import type { CoverageLine } from '../../model/coverage-decision.ts';
import type { CoveredWork } from '../../model/coverage-facts.ts';
import type { PriceList } from '../../model/price-list.ts';
import type { Instant } from '../../model/time.ts';
import type { WeeklyHours } from '../../model/territory.ts';
import { shareOf } from './split-amount.ts';

/** A line with its price, before anybody bears it. */
export interface PricedLine extends Pick<CoverageLine, 'id' | 'kind' | 'rate' | 'priceMinorUnits'> {
  readonly seconds: number;
  readonly partId?: string;
  readonly wears?: boolean;
}

/**
 * Every line of the work with its price, in one order whatever order the facts came in: labour, travel, parts, each by id.
 * Of several price lists a line is charged by the one that makes it cheapest, so that no contract is to its customer's disadvantage.
 */
export const priceLines = ({ labour, travel, parts }: CoveredWork, lists: readonly PriceList[]): PricedLine[] => [
  ...labour.map((line) => cheapest(lists, (list) => priceLabour(line, list), bare(line.id, 'labour', line))).sort(byId),
  ...travel.map((line) => cheapest(lists, (list) => priceTravel(line, list), bare(line.id, 'travel'))).sort(byId),
  ...parts.map((line) => cheapest(lists, (list) => pricePart(line, list), cataloguePrice(line))).sort(byId),
];

const cheapest = (
  lists: readonly PriceList[],
  priceBy: (list: PriceList) => PricedLine | undefined,
  without: PricedLine,
): PricedLine => {
  const priced = lists.map(priceBy).filter((line) => line !== undefined);
  return (
    priced.reduce<PricedLine | undefined>(
      (best, line) => (best && best.priceMinorUnits <= line.priceMinorUnits ? best : line),
      undefined,
    ) ?? without
  );
};

/** A line that no list has a rate for. */
const bare = (id: string, kind: PricedLine['kind'], { seconds } = { seconds: 0 }): PricedLine => ({
  id,
  kind,
  seconds,
  priceMinorUnits: 0,
});

const byId = (a: PricedLine, b: PricedLine): number => (a.id < b.id ? -1 : 1);

const priceLabour = (line: CoveredWork['labour'][number], list: PriceList): PricedLine | undefined => {
  const rate = labourRateOf(line, list);
  if (!rate) return undefined;
  const { id, seconds } = line;
  const charged = Math.ceil(seconds / list.labourStepSeconds) * list.labourStepSeconds;
  const priceMinorUnits = proportional(rate.perHourMinorUnits, charged, 3600);
  return { id, kind: 'labour', seconds, rate: rate.name, priceMinorUnits };
};

type LabourRate = PriceList['labour'][number];

/** The first that fits; of work that has no time yet the cheapest that some hour would give it, so that a quote counts on usual hours. */
const labourRateOf = (line: CoveredWork['labour'][number], { labour, timeZone }: PriceList): LabourRate | undefined => {
  const { startsAt } = line;
  const able = labour.filter((rate) => fitsWork(rate, line));
  if (startsAt !== undefined) return able.find((rate) => fitsHours(rate, startsAt, timeZone));
  const last = able.findIndex(({ hours }) => hours === undefined);
  const open = last < 0 ? able : able.slice(0, last + 1);
  return open.reduce<LabourRate | undefined>(
    (best, rate) => (best && best.perHourMinorUnits <= rate.perHourMinorUnits ? best : rate),
    undefined,
  );
};

const fitsWork = ({ workTypeId, skillId }: LabourRate, line: CoveredWork['labour'][number]): boolean =>
  (workTypeId === undefined || workTypeId === line.workTypeId) &&
  (skillId === undefined || line.skillIds.includes(skillId));

const fitsHours = ({ hours }: LabourRate, startsAt: Instant, zone: string): boolean =>
  hours === undefined || hours.some((stretch) => isWithinHours(startsAt, stretch, zone));

const isWithinHours = (at: Instant, { weekdays, from, to }: WeeklyHours, zone: string): boolean => {
  const day = dayOf(at, zone);
  const time = Date.parse(at);
  return (
    weekdays.includes(weekdayOf(day)) &&
    time >= Date.parse(instantOf(day, from, zone)) &&
    time < Date.parse(instantOf(day, to, zone))
  );
};

const priceTravel = ({ id, metres }: CoveredWork['travel'][number], list: PriceList): PricedLine | undefined => {
  const rate = list.travel.find(({ withinMetres }) => withinMetres === undefined || metres <= withinMetres);
  if (!rate) return undefined;
  const priceMinorUnits = rate.callOutMinorUnits + proportional(rate.perKilometreMinorUnits, metres, 1000);
  return { ...bare(id, 'travel'), rate: rate.zone, priceMinorUnits };
};

const pricePart = (line: CoveredWork['parts'][number], list: PriceList): PricedLine => {
  const own = list.parts.find(({ partId }) => partId === line.partId)?.priceMinorUnits;
  const usual = cataloguePrice(line);
  if (own !== undefined) return { ...usual, priceMinorUnits: own * line.quantity };
  const off = shareOf(usual.priceMinorUnits, list.partsDiscountPercent, 100);
  return { ...usual, priceMinorUnits: usual.priceMinorUnits - off };
};

const cataloguePrice = ({
  id,
  partId,
  quantity,
  unitPriceMinorUnits,
  wears,
}: CoveredWork['parts'][number]): PricedLine => ({
  ...bare(id, 'part'),
  partId,
  priceMinorUnits: unitPriceMinorUnits * quantity,
  ...(wears && { wears }),
});

/** So much for each unit of so many, rounded, a half up. */
const proportional = (perUnit: number, amount: number, unit: number): number =>
  Math.floor(amount / unit) * perUnit + shareOf(perUnit, amount % unit, unit);
