import type { Appointment } from '../../shared/model/appointment.ts';
import type { PlanPreferences } from '../../shared/model/plan-preferences.ts';
import type { Position } from '../../shared/model/place.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { TechnicianDay } from '../../shared/model/technician-day.ts';
import type { Territory } from '../../shared/model/territory.ts';
import { dayBounds } from '../../shared/geo/zoned-time.ts';
import type { TravelModel } from '../../shared/geo/travel-model.ts';
import type { InsertionQuestion } from '../../shared/routing/insertion-service/insertion-day.ts';
import type { PlanningTechnician } from '../../shared/routing/planning-day.ts';
import type { NamedTechnicians } from '../../shared/rules/coverage/named-technicians.ts';
import { expectedTaken } from '../../shared/rules/expected-taken.ts';
import { shiftsOn } from '../../shared/rules/working-time.ts';
import { allTechnicians, allTerritories } from '../store/questions/catalogue.ts';
import { latestPositions } from '../store/questions/latest-positions.ts';
import { stockOf } from '../store/questions/stock.ts';
import { technicianDays } from '../store/questions/technician-days.ts';
import { techniciansNamed } from '../store/questions/technicians-named.ts';
import { appointmentsById } from '../store/questions/things-by-id.ts';
import { travelIn } from '../store/travel-in.ts';
import { planPreferencesOf } from '../api/plan-preferences-of.ts';
import type { StaffAsked } from './route.ts';

export interface LoadedQuestion extends InsertionQuestion {
  /** By appointment, with the clauses of the contracts. */
  readonly named: ReadonlyMap<string, NamedTechnicians>;
  /** Of the whole company, those too who cannot be asked. */
  readonly everyone: readonly Technician[];
  readonly preferences: PlanPreferences;
}

/** All that is needed to look for a place for an appointment on a day: who works there, what stands, where they are. */
export const insertionQuestion = async (
  asked: StaffAsked,
  appointment: Appointment,
  day: string,
): Promise<LoadedQuestion> => {
  const { tenantId, now } = asked;
  const { table } = asked.deps;
  const [everyone, territories, preferences] = await Promise.all([
    allTechnicians(table, tenantId),
    allTerritories(table, tenantId),
    planPreferencesOf(asked),
  ]);
  const territory = territories.find(({ id }) => id === appointment.territoryId);
  if (!territory) throw new Error(`The territory ${appointment.territoryId} is missing`);
  const able = everyone.filter(({ active, territoryIds }) => active && territoryIds.includes(territory.id));
  const ids = able.map(({ id }) => id);
  const [guards, latest] = await Promise.all([
    technicianDays(table, tenantId, ids, day),
    latestPositions(table, tenantId, ids),
  ]);
  const taking = await appointmentsTaking(asked, [...guards.values()]);
  const inTerritory = taking.filter(({ territoryId }) => territoryId === territory.id);
  const stock = await stockByTechnician(asked, able, appointment);
  const zones = new Map(territories.map(({ id, timeZone }) => [id, timeZone]));
  const technicians = able.map((technician): PlanningTechnician => ({
    technician,
    shifts: shiftsOn(technician, day, zones.get(technician.territoryIds[0] ?? '') ?? 'UTC'),
    taken: expectedTaken(guards.get(technician.id)?.intervals ?? [], taking, now),
    latest: latest.get(technician.id),
    vanStock: stock.get(technician.id) ?? new Map(),
  }));
  const { from: at } = dayBounds(day, territory.timeZone);
  const [travel, named] = await Promise.all([
    travelAround(asked, appointment, territory, placesOf(technicians)),
    techniciansNamed(table, tenantId, [appointment, ...inTerritory], { zone: territory.timeZone, at }),
  ]);
  const standing = { appointment, everyone, technicians, appointments: inTerritory, territory, day, now };
  return { ...standing, travel, preferences, named };
};

/** Where the technicians may come from and go to. */
const placesOf = (technicians: readonly PlanningTechnician[]): Position[] =>
  technicians.flatMap(({ technician, latest, taken }) => [
    technician.startPlace.location,
    ...(latest ? [latest.fix.location] : []),
    ...taken.flatMap(({ location }) => (location ? [location] : [])),
  ]);

/** Ways to and from the appointment; it leaves when its window opens, or now. */
const travelAround = (
  { deps: { table, travel }, tenantId, now }: StaffAsked,
  { place: { location: centre }, earliestStartAt }: Appointment,
  territory: Territory,
  from: readonly Position[],
): Promise<TravelModel> => {
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
  { partRequirements }: Appointment,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> => {
  const partIds = partRequirements.map(({ partId }) => partId);
  if (partIds.length === 0) return new Map();
  const vans = technicians.flatMap(({ vanStockLocationId }) => vanStockLocationId ?? []);
  const levels = await stockOf(deps.table, tenantId, vans, partIds);
  const onVan = (van: string | undefined): ReadonlyMap<string, number> =>
    new Map(levels.filter((one) => one.stockLocationId === van).map(({ partId, quantity }) => [partId, quantity]));
  return new Map(technicians.map(({ id, vanStockLocationId }) => [id, onVan(vanStockLocationId)]));
};
