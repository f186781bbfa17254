import type { TravelLeg } from '../../shared/geo/travel-model.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { TechnicianDay } from '../../shared/model/technician-day.ts';
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
}

/** The way to it from the appointment before on that day, or from where the day begins. */
export const travelFromStopBefore = async (
  { deps, tenantId }: StaffAsked,
  { appointment, technician, territory, plannedStartAt }: Going,
  guards: readonly TechnicianDay[],
): Promise<TravelLeg> => {
  const start = Date.parse(plannedStartAt);
  const before = guards
    .flatMap(({ intervals }) => intervals)
    .filter(({ kind, id, to }) => kind === 'appointment' && id !== appointment.id && Date.parse(to) <= start)
    .reduce<string | undefined>((_, { id }) => id, undefined);
  const stop = before === undefined ? undefined : await deps.table.get(appointmentEntity, tenantId, { id: before });
  const from = (stop?.place ?? technician.startPlace).location;
  const to = appointment.place.location;
  const { table, travel } = deps;
  const places = [from, to];
  const model = await travelIn({ table, travel, tenantId, territory, places, centre: to, departAt: start });
  return model.travel(from, to, start);
};
