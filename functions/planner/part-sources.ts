import { secondsBetween } from '../../shared/geo/instant-arithmetic.ts';
import { instantOf, weekdayOf } from '../../shared/geo/zoned-time.ts';
import type { StockLocation } from '../../shared/model/stock.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { InstantSpan } from '../../shared/model/time.ts';
import type { PlanningSource } from '../../shared/routing/planning-day.ts';
import { allStockLocations } from '../store/questions/catalogue.ts';
import { stockOf } from '../store/questions/stock.ts';
import type { Table } from '../store/table-client.ts';
import type { Settled } from './earlier-parts.ts';

interface SourcesQuestion {
  readonly table: Table;
  readonly tenantId: string;
  readonly day: string;
  readonly timeZone: string;
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

/** With the longest of its opening times on the day; nothing where it is closed. */
const openOn = (
  { day, timeZone }: SourcesQuestion,
  location: StockLocation,
): { location: StockLocation; span?: InstantSpan }[] => {
  if (!location.openingHours) return [{ location }];
  const [span] = location.openingHours
    .filter(({ weekdays }) => weekdays.includes(weekdayOf(day)))
    .map(({ from, to }) => ({ from: instantOf(day, from, timeZone), to: instantOf(day, to, timeZone) }))
    .sort((a, b) => secondsBetween(b.from, b.to) - secondsBetween(a.from, a.to));
  return span ? [{ location, span }] : [];
};
