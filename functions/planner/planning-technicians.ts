import { overlaps } from '../../shared/geo/instant-arithmetic.ts';
import { addDays, dayBounds, dayOf } from '../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { Position } from '../../shared/model/place.ts';
import type { TakenInterval, TechnicianDay } from '../../shared/model/technician-day.ts';
import type { PlanningTechnician } from '../../shared/routing/planning-day.ts';
import { shiftsOn } from '../../shared/rules/working-time.ts';
import { technicianDayEntity } from '../store/entities/technician-day.ts';
import { latestPositions } from '../store/questions/latest-positions.ts';
import { appointmentsById } from '../store/questions/things-by-id.ts';
import type { Settled } from './earlier-parts.ts';
import { freeVanStock, type VanStock } from './free-van-stock.ts';
import type { TechniciansQuestion } from './technicians-question.ts';

interface TechniciansAnswer extends Pick<VanStock, 'onVan'> {
  readonly technicians: readonly PlanningTechnician[];
  readonly guards: readonly TechnicianDay[];
}

/** The technicians of a part with their day, where it takes them, and what is left on their vans. */
export const planningTechnicians = async (question: TechniciansQuestion): Promise<TechniciansAnswer> => {
  const { table, tenantId, day, technicians, zones } = question;
  const ids = technicians.map(({ id }) => id);
  const [guards, latest] = await Promise.all([guardsOf(question), latestPositions(table, tenantId, ids)]);
  const taken = new Map(ids.map((id) => [id, takenOn(question, guards, id)]));
  const known = await knownAppointments(question, guards, [...taken.values()].flat());
  const { onVan, free } = await freeVanStock({ ...question, known });
  return {
    technicians: technicians.map((technician) => ({
      technician,
      shifts: shiftsOn(technician, day, zones.get(technician.territoryIds[0] ?? '') ?? 'UTC'),
      taken: (taken.get(technician.id) ?? []).map((interval) => ({
        ...interval,
        location: placeOf(interval, known.get(interval.id), question.settled),
      })),
      latest: latest.get(technician.id),
      vanStock: free(technician.id),
    })),
    guards,
    onVan: (technicianId, partId) => onVan(technicianId, partId),
  };
};

/** Where he is meanwhile, as far as it is known. */
const placeOf = (
  { kind, id, from }: TakenInterval,
  appointment: Appointment | undefined,
  { pickups }: Settled,
): Position | undefined => {
  if (kind !== 'pickup') return appointment?.place.location;
  const proposed = pickups.filter(({ appointmentId }) => appointmentId === id);
  const all = [...proposed, ...(appointment?.pickups ?? [])];
  return all.find(({ plannedStartAt }) => plannedStartAt === from)?.place.location;
};

/** From today, since parts for the days before are gone by then, to the end of the plan. */
const guardsOf = ({ table, tenantId, now, day, lastDay, timeZone, technicians }: TechniciansQuestion) => {
  const today = dayOf(now, timeZone);
  const days: string[] = [];
  for (let one = today < day ? today : day; one <= lastDay; one = addDays(one, 1)) days.push(one);
  const refs = days.flatMap((one) => technicians.map(({ id }) => ({ technicianId: id, day: one })));
  return table.getMany(technicianDayEntity, tenantId, refs);
};

/** What takes his day once the earlier parts stand. */
const takenOn = (
  { day, timeZone, settled }: TechniciansQuestion,
  guards: readonly TechnicianDay[],
  technicianId: string,
): TakenInterval[] => {
  const guard = guards.find((one) => one.technicianId === technicianId && one.day === day);
  // Who only joins a crew moves nobody who is there.
  const isMoved = (id: string) => settled.stops.get(id)?.some(({ change }) => change === 'moved') === true;
  const stands = (guard?.intervals ?? []).filter(({ id }) => !isMoved(id));
  const proposed = [...settled.stops.values()]
    .flat()
    .filter((stop) => stop.technicianId === technicianId)
    .map(({ appointmentId: id, plannedStartAt: from, plannedEndAt: to }) => ({
      kind: 'appointment' as const,
      id,
      from,
      to,
    }))
    .filter((interval) => overlaps(interval, dayBounds(day, timeZone)));
  const fetched = settled.pickups
    .filter((one) => one.technicianId === technicianId)
    .map((one) => ({ kind: 'pickup' as const, id: one.appointmentId, from: one.plannedStartAt, to: one.plannedEndAt }))
    .filter((interval) => overlaps(interval, dayBounds(day, timeZone)));
  return [...stands, ...proposed, ...fetched].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
};

/** The appointments that take time: on this day for their places, and where parts are asked for, on all days for theirs. */
const knownAppointments = async (
  { table, tenantId, appointments, askedPartIds, settled }: TechniciansQuestion,
  guards: readonly TechnicianDay[],
  taken: readonly TakenInterval[],
): Promise<ReadonlyMap<string, Appointment>> => {
  const here = new Map(appointments.map((appointment) => [appointment.id, appointment]));
  const elsewhere = askedPartIds.length > 0 ? guards.flatMap(({ intervals }) => intervals) : [];
  const ids = [...taken, ...elsewhere.filter(({ id }) => !settled.stops.has(id))]
    .filter(({ kind, id }) => kind === 'appointment' && !here.has(id))
    .map(({ id }) => id);
  const others = await appointmentsById(table, tenantId, [...new Set(ids)]);
  return new Map([...here, ...others.map((one) => [one.id, one] as const)]);
};
