import { nearestPlaces } from '../../../shared/geo/nearest-places.ts';
import { polygonsOf } from '../../../shared/geo/polygons-of.ts';
import { type Parts, reachInTime } from '../../../shared/geo/reach-in-time.ts';
import { dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Position } from '../../../shared/model/place.ts';
import { getNearestTechnicians, getReach } from '../../../shared/protocol/endpoints/reach.ts';
import { notFound } from '../../platform/errors.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { backlog, dayBoard } from '../../store/questions/board.ts';
import { travelIn } from '../../store/travel-in.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';
import { technicianPlaces } from '../technician-places.ts';

const usualSeconds = 3600;
/** So many times as many are asked for by the straight line as are wanted by the road: the nearest of them may be across the river. */
const besidesTheNearest = 4;

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
    // Of whom nobody is on shift, too, the roads must be those of the territory's city.
    const known = from.length > 0 ? from : polygonsOf(territory.area).flatMap(([ring]) => ring?.slice(0, 1) ?? []);
    const departAt = Date.parse(now);
    const travel = await travelIn({ table, travel: source, tenantId, territory, places: known, departAt });
    const secondsTo = travel.reach(from, departAt);
    const reach = reachInTime({ area: territory.area, secondsTo, seconds });
    return {
      territoryId: territory.id,
      seconds,
      at: now,
      travelSource: travel.source,
      technicians: technicians.map(({ technicianId, location, from }) => ({ technicianId, location, from })),
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

  staffRoute(getNearestTechnicians, async (asked) => {
    const { deps, tenantId, now, query, params } = asked;
    const { table, travel: source } = deps;
    const territory = await table.get(territoryEntity, tenantId, { id: params.territoryId });
    if (!territory) throw notFound('territory');
    const to: Position = [query.longitude, query.latitude];
    const { limit = 5 } = query;
    const all = await technicianPlaces(asked, territory.id, query);
    const near = nearestPlaces(
      all.map(({ location }) => location),
      to,
      limit * besidesTheNearest,
    ).flatMap(({ index }) => all[index] ?? []);
    const places = [...near.map(({ location }) => location), to];
    const departAt = Date.parse(now);
    const travel = await travelIn({ table, travel: source, tenantId, territory, places, departAt });
    const technicians = near
      .map((one) => ({ ...one, ...travel.travel(one.location, to, departAt) }))
      .sort((a, b) => a.seconds - b.seconds)
      .slice(0, limit);
    return { at: now, travelSource: travel.source, technicians };
  }),
];

const multiPolygonOf = (coordinates: Parts) => ({ type: 'MultiPolygon' as const, coordinates });

/** Where work of the territory waits or is planned today; each place once. */
const placesOfWork = async ({ deps, tenantId }: StaffAsked, territoryId: string, day: string): Promise<Position[]> => {
  const [waiting, planned] = await Promise.all([
    backlog(deps.table, tenantId, territoryId),
    dayBoard(deps.table, tenantId, territoryId, day),
  ]);
  const places = [...waiting, ...planned].map(({ place }) => place.location);
  return [...new Map(places.map((place) => [place.join(' '), place])).values()];
};
