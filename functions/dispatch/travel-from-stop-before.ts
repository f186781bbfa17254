import type { TravelLeg } from '../../shared/geo/travel-model.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { Pickup } from '../../shared/model/pickup.ts';
import type { TakenInterval, TechnicianDay } from '../../shared/model/technician-day.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { Territory } from '../../shared/model/territory.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { travelIn } from '../store/travel-in.ts';
import type { StaffAsked } from './route.ts';

interface Going {
  readonly appointment: Appointment;
  readonly technician: Technician;
  readonly territory: Territory;
  readonly plannedStartAt: string;
  /** What he fetches for it. */
  readonly pickups: readonly Pickup[];
}

/** The way to it from where he is before on that day, or from where the day begins. */
export const travelFromStopBefore = async (
  { deps, tenantId }: StaffAsked,
  { appointment, technician, territory, plannedStartAt, pickups }: Going,
  guards: readonly TechnicianDay[],
): Promise<TravelLeg> => {
  const start = Date.parse(plannedStartAt);
  const before = guards
    .flatMap(({ intervals }) => intervals)
    .filter(
      ({ kind, id, to }) =>
        kind !== 'absence' && (kind === 'pickup' || id !== appointment.id) && Date.parse(to) <= start,
    )
    .reduce<TakenInterval | undefined>((_, interval) => interval, undefined);
  const stop = before && (await deps.table.get(appointmentEntity, tenantId, { id: before.id }));
  const fetched = before?.kind === 'pickup' ? [...pickups, ...(stop?.pickups ?? [])] : [];
  const pickup = fetched.find(({ plannedStartAt: at }) => at === before?.from);
  const from = (pickup?.place ?? stop?.place ?? technician.startPlace).location;
  const to = appointment.place.location;
  const { table, travel } = deps;
  const places = [from, to];
  const model = await travelIn({ table, travel, tenantId, territory, places, centre: to, departAt: start });
  return model.travel(from, to, start);
};
