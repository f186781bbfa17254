import { overlaps } from '../../../shared/geo/instant-arithmetic.ts';
import { dayBounds } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { usualPlanPreferences } from '../../../shared/model/plan-preferences.ts';
import type { PlanningDay, PlanningTechnician } from '../../../shared/routing/planning-day.ts';
import type { BoardRowView } from '../state/board-rows.ts';
import type { ConsoleState } from '../state/console-state.svelte.ts';
import { pickupTime } from '../state/pickup-time.ts';
import { instantAt } from '../state/instant-at.ts';

/** A territory's day as this desk knows it, ready to be changed and sent to a worker; travel is worked out there. */
export type DayCopy = Omit<PlanningDay, 'travel'>;

/** The day that is looked at. A van whose stock is not known yet is taken to carry what is asked for. */
export const dayCopyOf = (desk: ConsoleState): DayCopy | undefined => {
  const { territory, day, board, catalogue } = desk;
  if (!territory) return undefined;
  const appointments = board.onDay.filter((one) => one.day === day);
  const asked = [...appointments, ...board.backlog].flatMap(({ partRequirements }) => partRequirements);
  const anything = new Map(asked.map(({ partId }) => [partId, 999]));
  return {
    territory: { id: territory.id, timeZone: territory.timeZone },
    day,
    now: instantAt(desk.now.current),
    technicians: desk.rows.map((row) => technicianOf(desk, row, appointments, anything)),
    appointments,
    backlog: board.backlog,
    preferences: catalogue.company?.planPreferences ?? usualPlanPreferences,
  };
};

/** What the copy knows by id, as it stood when the copy was made. */
export const appointmentsIn = ({ appointments, backlog }: DayCopy): ReadonlyMap<string, Appointment> =>
  new Map([...appointments, ...backlog].map((one) => [one.id, one]));

const technicianOf = (
  { day, zone, vanStock }: ConsoleState,
  { technician, shifts, taken, position }: BoardRowView,
  appointments: readonly Appointment[],
  anything: ReadonlyMap<string, number>,
): PlanningTechnician => {
  const bounds = dayBounds(day, zone);
  return {
    technician,
    shifts: shifts.filter((span) => overlaps(span, bounds)),
    taken: [
      ...taken.filter((span) => overlaps(span, bounds)),
      ...ownTime(technician.id, appointments),
      ...appointments.flatMap((one) => pickupTime(one, technician.id)),
    ].sort((a, b) => Date.parse(a.from) - Date.parse(b.from)),
    ...(position && { latest: position }),
    vanStock: vanStock.of(technician.vanStockLocationId) ?? anything,
  };
};

const ownTime = (technicianId: string, appointments: readonly Appointment[]): PlanningTechnician['taken'] =>
  appointments.flatMap(({ id, place, assignments, actualStartAt, actualEndAt }) =>
    assignments
      .filter((one) => one.technicianId === technicianId)
      .map((one) => ({
        kind: 'appointment' as const,
        id,
        from: actualStartAt ?? one.plannedStartAt,
        to: actualEndAt ?? one.plannedEndAt,
        location: place.location,
      })),
  );
