import { type Parts, reachInTime } from '../../../shared/geo/reach-in-time.ts';
import { secondsBetween } from '../../../shared/geo/instant-arithmetic.ts';
import { dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Position } from '../../../shared/model/place.ts';
import type { LatestPosition } from '../../../shared/model/position-fix.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { QueryOf } from '../../../shared/protocol/endpoint.ts';
import { getReach } from '../../../shared/protocol/endpoints/reach.ts';
import { shiftsOn } from '../../../shared/rules/working-time.ts';
import { notFound } from '../../platform/errors.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { backlog, dayBoard } from '../../store/questions/board.ts';
import { allTechnicians, allTerritories } from '../../store/questions/catalogue.ts';
import { latestPositions } from '../../store/questions/latest-positions.ts';
import { stockOf } from '../../store/questions/stock.ts';
import { travelIn } from '../../store/travel-in.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

const usualSeconds = 3600;
/** An older position does not say where he is now. */
const freshSeconds = 600;

export const reachRoutes: readonly Route[] = [
  staffRoute(getReach, async (asked) => {
    const { deps, tenantId, now, query, params } = asked;
    const { table, travel: source } = deps;
    const territory = await table.get(territoryEntity, tenantId, { id: params.territoryId });
    if (!territory) throw notFound('territory');
    const { seconds = usualSeconds } = query;
    const [technicians, places] = await Promise.all([
      technicianPlaces(asked, territory.id, query),
      placesOfWork(asked, territory.id, dayOf(now, territory.timeZone)),
    ]);
    const from = technicians.map(({ location }) => location);
    const departAt = Date.parse(now);
    const travel = await travelIn({ table, travel: source, tenantId, territory, places: from, departAt });
    const secondsTo = travel.reach(from, departAt);
    const reach = reachInTime({ area: territory.area, secondsTo, seconds });
    return {
      territoryId: territory.id,
      seconds,
      at: now,
      travelSource: travel.source,
      technicians,
      reached: multiPolygonOf(reach.reached),
      notReached: multiPolygonOf(reach.notReached),
      figures: {
        areaSquareMetres: reach.areaSquareMetres,
        notReachedShare: reach.notReachedShare,
        places: places.length,
        placesNotReached: places.filter((place) => secondsTo(place) > seconds).length,
      },
    };
  }),
];

const multiPolygonOf = (coordinates: Parts) => ({ type: 'MultiPolygon' as const, coordinates });

/** Who could be sent now, and from where. */
const technicianPlaces = async (asked: StaffAsked, territoryId: string, query: QueryOf<typeof getReach>) => {
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
    ? { technicianId: id, location: latest.fix.location, from: 'position' as const }
    : { technicianId: id, location: startPlace.location, from: 'start-place' as const };
};

/** Where work of the territory waits or is planned today; each place once. */
const placesOfWork = async ({ deps, tenantId }: StaffAsked, territoryId: string, day: string): Promise<Position[]> => {
  const [waiting, planned] = await Promise.all([
    backlog(deps.table, tenantId, territoryId),
    dayBoard(deps.table, tenantId, territoryId, day),
  ]);
  const places = [...waiting, ...planned].map(({ place }) => place.location);
  return [...new Map(places.map((place) => [place.join(' '), place])).values()];
};
