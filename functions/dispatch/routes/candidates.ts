import { listCandidates } from '../../../shared/protocol/endpoints/appointments.ts';
import type { TravelModel } from '../../../shared/geo/travel-model.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Position } from '../../../shared/model/place.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { Territory } from '../../../shared/model/territory.ts';
import type { TechnicianDay } from '../../../shared/model/technician-day.ts';
import type { CandidateDay } from '../../../shared/rules/candidate-gap.ts';
import { rankCandidates } from '../../../shared/rules/candidate-ranking.ts';
import { expectedTaken } from '../../../shared/rules/expected-taken.ts';
import { shiftsOn } from '../../../shared/rules/working-time.ts';
import { allSkills, allTechnicians, allTerritories } from '../../store/questions/catalogue.ts';
import { latestPositions } from '../../store/questions/latest-positions.ts';
import { stockOf } from '../../store/questions/stock.ts';
import { technicianDays } from '../../store/questions/technician-days.ts';
import { appointmentsById } from '../../store/questions/things-by-id.ts';
import { travelIn } from '../../store/travel-in.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const candidateRoutes: readonly Route[] = [
  staffRoute(listCandidates, async (asked) => {
    const { tenantId, now, deps, query } = asked;
    const { table } = deps;
    const [appointment, technicians, territories, skills] = await Promise.all([
      appointmentOf(asked, asked.params.appointmentId),
      allTechnicians(table, tenantId),
      allTerritories(table, tenantId),
      allSkills(table, tenantId),
    ]);
    const able = technicians.filter(
      ({ active, territoryIds }) => active && territoryIds.includes(appointment.territoryId),
    );
    const ids = able.map(({ id }) => id);
    const partIds = appointment.partRequirements.map(({ partId }) => partId);
    const [guards, latest, stock] = await Promise.all([
      technicianDays(table, tenantId, ids, query.day),
      latestPositions(table, tenantId, ids),
      stockByTechnician(asked, able, partIds),
    ]);
    const taking = await appointmentsTaking(asked, [...guards.values()]);
    const zones = new Map(territories.map(({ id, timeZone }) => [id, timeZone]));
    const dayOf = (technician: Technician): CandidateDay => ({
      shifts: shiftsOn(technician, query.day, zones.get(technician.territoryIds[0] ?? '') ?? 'UTC'),
      taken: expectedTaken(guards.get(technician.id)?.intervals ?? [], taking, now),
      latest: latest.get(technician.id),
    });
    const days = new Map(able.map((technician) => [technician.id, dayOf(technician)]));
    const travel = await travelAround(asked, appointment, territories, placesOf(able, days));
    return rankCandidates({
      appointment,
      technicians,
      days,
      stock,
      skillNames: new Map(skills.map(({ id, name }) => [id, name])),
      day: query.day,
      now,
      travel,
    });
  }),
];

/** Where the technicians may come from and go to. */
const placesOf = (technicians: readonly Technician[], days: ReadonlyMap<string, CandidateDay>): Position[] => [
  ...technicians.map(({ startPlace }) => startPlace.location),
  ...[...days.values()].flatMap(({ latest, taken }) => [
    ...(latest ? [latest.fix.location] : []),
    ...taken.flatMap(({ location }) => (location ? [location] : [])),
  ]),
];

/** Ways to and from the appointment; it leaves when its window opens, or now. */
const travelAround = (
  { deps: { table, travel }, tenantId, now }: StaffAsked,
  { territoryId, place: { location: centre }, earliestStartAt }: Appointment,
  territories: readonly Territory[],
  from: readonly Position[],
): Promise<TravelModel> => {
  const territory = territories.find(({ id }) => id === territoryId);
  if (!territory) throw new Error(`The territory ${territoryId} is missing`);
  const departAt = Math.max(Date.parse(now), Date.parse(earliestStartAt));
  return travelIn({ table, travel, tenantId, territory, places: [centre, ...from], centre, departAt });
};

/** The appointments that take the technicians' time. */
const appointmentsTaking = (
  { deps, tenantId }: StaffAsked,
  guards: readonly TechnicianDay[],
): Promise<Appointment[]> => {
  const taken = guards.flatMap(({ intervals }) => intervals);
  const ids = taken.filter(({ kind }) => kind === 'appointment').map(({ id }) => id);
  return appointmentsById(deps.table, tenantId, ids);
};

const stockByTechnician = async (
  { deps, tenantId }: StaffAsked,
  technicians: readonly Technician[],
  partIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> => {
  if (partIds.length === 0) return new Map();
  const vans = technicians.flatMap(({ vanStockLocationId }) => vanStockLocationId ?? []);
  const levels = await stockOf(deps.table, tenantId, vans, partIds);
  const onVan = (van: string | undefined): ReadonlyMap<string, number> =>
    new Map(levels.filter((one) => one.stockLocationId === van).map(({ partId, quantity }) => [partId, quantity]));
  return new Map(technicians.map(({ id, vanStockLocationId }) => [id, onVan(vanStockLocationId)]));
};
