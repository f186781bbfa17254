import { secondsBetween } from '../../shared/geo/instant-arithmetic.ts';
import { instantOf, weekdayOf } from '../../shared/geo/zoned-time.ts';
import type { StockLocation } from '../../shared/model/stock.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { WeeklyHours } from '../../shared/model/territory.ts';
import type { Instant, InstantSpan } from '../../shared/model/time.ts';
import type { PlanningSource } from '../../shared/routing/planning-day.ts';
import { allStockLocations } from '../store/questions/catalogue.ts';
import { stockOf } from '../store/questions/stock.ts';
import type { Table } from '../store/table-client.ts';
import type { Settled } from './earlier-parts.ts';

interface SourcesQuestion {
  readonly table: Table;
  readonly tenantId: string;
  readonly day: string;
  /** Of the territory that is planned, for places that name none of their own. */
  readonly timeZone: string;
  readonly now: string;
  /** When those who could fetch are at work. */
  readonly shifts: readonly InstantSpan[];
  /** Whose vans are no place to fetch from. */
  readonly everyone: readonly Technician[];
  readonly settled: Pick<Settled, 'pickups'>;
  readonly askedPartIds: readonly string[];
}

/** Warehouses and depots where parts can be fetched on the day, with what is free there: neither reserved nor fetched by earlier parts of the plan. */
export const partSources = async (question: SourcesQuestion): Promise<PlanningSource[]> => {
  const { table, tenantId, everyone, settled, askedPartIds } = question;
  if (askedPartIds.length === 0) return [];
  const vans = new Set(everyone.map(({ vanStockLocationId }) => vanStockLocationId));
  const open = (await allStockLocations(table, tenantId)).flatMap((location) =>
    isSource(location) && !vans.has(location.id) ? openOn(question, location) : [],
  );
  const ids = open.map(({ location }) => location.id);
  const levels = await stockOf(table, tenantId, ids, askedPartIds);
  const fetched = (id: string, partId: string): number =>
    settled.pickups
      .filter((one) => one.stockLocationId === id && one.partId === partId)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  return open.flatMap(({ location: { id, name, place }, span }) => {
    if (!place) return [];
    const parts = levels
      .filter(({ stockLocationId }) => stockLocationId === id)
      .map(({ partId, quantity, reserved = 0 }) => [partId, quantity - reserved - fetched(id, partId)] as const)
      .filter(([, free]) => free > 0);
    const source = { stockLocationId: id, stockLocationName: name, place };
    return parts.length === 0 ? [] : [{ source, ...(span && { open: span }), parts: new Map(parts) }];
  });
};

const isSource = ({ kind, place }: StockLocation): boolean => place !== undefined && kind !== 'van' && kind !== 'site';

/** With the stretch of its opening times in which most of the day's work is still to come; nothing where it is closed meanwhile. */
const openOn = (
  { day, timeZone: plannedZone, now, shifts }: SourcesQuestion,
  location: StockLocation,
): { location: StockLocation; span?: InstantSpan }[] => {
  const { openingHours, timeZone = plannedZone } = location;
  if (!openingHours) return [{ location }];
  const [best] = stretchesOf(openingHours.filter(({ weekdays }) => weekdays.includes(weekdayOf(day))))
    .map(({ from, to }) => ({ from: instantOf(day, from, timeZone), to: instantOf(day, to, timeZone) }))
    .map((span) => ({ span, seconds: sharedSeconds({ from: laterOf(span.from, now), to: span.to }, shifts) }))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds);
  return best ? [{ location, span: best.span }] : [];
};

const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

const sharedSeconds = ({ from, to }: InstantSpan, shifts: readonly InstantSpan[]): number =>
  shifts
    .map((shift) => secondsBetween(laterOf(from, shift.from), to < shift.to ? to : shift.to))
    .reduce((sum, seconds) => sum + Math.max(0, seconds), 0);

type Stretch = Pick<WeeklyHours, 'from' | 'to'>;

/** Opening times that meet or overlap are one. */
const stretchesOf = (hours: readonly Stretch[]): Stretch[] =>
  [...hours]
    .sort((a, b) => a.from.localeCompare(b.from))
    .reduce<Stretch[]>((joined, { from, to }) => {
      const last = joined.at(-1);
      if (!last || last.to < from) return [...joined, { from, to }];
      return [...joined.slice(0, -1), { from: last.from, to: last.to > to ? last.to : to }];
    }, []);
