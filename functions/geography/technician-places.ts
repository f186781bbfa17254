import { secondsBetween } from '../../shared/geo/instant-arithmetic.ts';
import { dayOf } from '../../shared/geo/zoned-time.ts';
import type { LatestPosition } from '../../shared/model/position-fix.ts';
import type { Technician } from '../../shared/model/technician.ts';
import { shiftsOn } from '../../shared/rules/working-time.ts';
import { allTechnicians, allTerritories } from '../store/questions/catalogue.ts';
import { latestPositions } from '../store/questions/latest-positions.ts';
import { stockOf } from '../store/questions/stock.ts';
import type { StaffAsked } from './route.ts';

/** Which technicians are meant; those on shift where none is named. */
interface Wanted {
  readonly skillId?: string | undefined;
  readonly level?: number | undefined;
  readonly partId?: string | undefined;
  /** Comma-separated. */
  readonly technicianIds?: string | undefined;
}

/** An older position does not say where he is now. */
const freshSeconds = 600;

/** Who could be sent now, and from where. */
export const technicianPlaces = async (asked: StaffAsked, territoryId: string, query: Wanted) => {
  const { deps, tenantId, now } = asked;
  const [everyone, territories] = await Promise.all([
    allTechnicians(deps.table, tenantId),
    allTerritories(deps.table, tenantId),
  ]);
  const zones = new Map(territories.map(({ id, timeZone }) => [id, timeZone]));
  const named = query.technicianIds?.split(',');
  const able = everyone.filter(
    (one) =>
      one.active &&
      one.territoryIds.includes(territoryId) &&
      (named?.includes(one.id) ?? isOnShift(one, zones.get(one.territoryIds[0] ?? '') ?? 'UTC', now)) &&
      isSkilled(one, query, now),
  );
  const carrying = query.partId === undefined ? able : await withPart(asked, able, query.partId);
  const latest = await latestPositions(
    deps.table,
    tenantId,
    carrying.map(({ id }) => id),
  );
  return carrying.map((one) => whereabouts(one, latest.get(one.id), now));
};

const isOnShift = (technician: Technician, zone: string, now: string): boolean =>
  shiftsOn(technician, dayOf(now, zone), zone).some(
    ({ from, to }) => secondsBetween(from, now) >= 0 && secondsBetween(now, to) > 0,
  );

const isSkilled = (
  { skills }: Technician,
  { skillId, level = 1 }: { readonly skillId?: string | undefined; readonly level?: number | undefined },
  now: string,
): boolean =>
  skillId === undefined ||
  skills.some(
    (held) =>
      held.skillId === skillId &&
      held.level >= level &&
      (held.expiresOn === undefined || held.expiresOn >= now.slice(0, 10)),
  );

const withPart = async ({ deps, tenantId }: StaffAsked, able: readonly Technician[], partId: string) => {
  const vans = able.flatMap(({ vanStockLocationId }) => (vanStockLocationId === undefined ? [] : [vanStockLocationId]));
  const levels = await stockOf(deps.table, tenantId, vans, [partId]);
  const stocked = new Set(levels.filter(({ quantity }) => quantity > 0).map((level) => level.stockLocationId));
  return able.filter(({ vanStockLocationId: van }) => van !== undefined && stocked.has(van));
};

const whereabouts = ({ id, startPlace }: Technician, latest: LatestPosition | undefined, now: string) => {
  const isFresh = latest !== undefined && secondsBetween(latest.fix.at, now) <= freshSeconds;
  return isFresh
    ? { technicianId: id, location: latest.fix.location, from: 'position' as const, seenAt: latest.fix.at }
    : { technicianId: id, location: startPlace.location, from: 'start-place' as const };
};
