import { estimatedTravel } from '../../shared/geo/estimated-travel.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import { partsFromVan } from '../../shared/model/parts-from-van.ts';
import { problemOfDay } from '../../shared/routing/problem-of-day.ts';
import { reservedParts } from '../../shared/rules/reserved-parts.ts';
import { solve } from '../../shared/routing/solve.ts';
import { instantAt } from './instant-at.ts';
import type { MyDay } from './my-day.ts';

/** The stops that are still to do as the optimiser would drive them. */
export interface BestOrder {
  readonly stops: readonly { readonly stop: Appointment; readonly startAt: string }[];
  /** Those that it finds no time for. */
  readonly left: readonly Appointment[];
  readonly travelSeconds: number;
}

const movable: readonly Appointment['status'][] = ['scheduled', 'dispatched', 'accepted'];
const ended: readonly Appointment['status'][] = ['completed', 'cannot-complete', 'cancelled'];

/** The same optimiser as the office's, with estimated travel, so that it needs no signal; what customers were told is kept where it can be. */
export const bestOrder = (day: MyDay, nowMilliseconds: number): BestOrder | undefined => {
  const ahead = day.appointments.filter(({ status }) => movable.includes(status));
  // Others have arranged themselves for a crew's appointment: it keeps its time.
  const crews = ahead.filter(isCrew);
  const open = ahead.filter((stop) => !isCrew(stop));
  const [first] = open;
  if (!first) return undefined;
  const now = instantAt(nowMilliseconds);
  const busy = day.appointments.filter(({ status }) => status === 'travelling' || status === 'on-site');
  const last = day.appointments.findLast(({ status }) => ended.includes(status));
  const startPlace = (busy[0] ?? last)?.place ?? day.technician.startPlace;
  const problem = problemOfDay({
    territory: { id: first.territoryId, timeZone: day.timeZone },
    day: day.day,
    now,
    technicians: [
      {
        technician: { ...day.technician, startPlace },
        shifts: day.shifts,
        taken: [
          ...fetching(open),
          ...busy.flatMap((stop) => takenBy(stop, day.technician.id, now)),
          ...crews.flatMap((stop) => takenBy(stop, day.technician.id)),
        ],
        vanStock: new Map(day.stock.map(({ partId, quantity }) => [partId, quantity])),
      },
    ],
    appointments: [],
    backlog: open.map(waitingAnew),
    travel: estimatedTravel,
    reviewSeconds: 0,
  });
  const route = solve(problem, { seed: 1 }).routes[0];
  const begins = Date.parse(problem.startAt);
  const planned = (route?.stops ?? []).flatMap(({ stopId, start }) => {
    const stop = open.find(({ id }) => id === stopId);
    return stop ? [{ stop, startAt: instantAt(begins + start * 1000) }] : [];
  });
  const kept = crews.flatMap((stop) =>
    takenBy(stop, day.technician.id).map(({ from: startAt }) => ({ stop, startAt })),
  );
  const stops = [...planned, ...kept].sort((a, b) => Date.parse(a.startAt) - Date.parse(b.startAt));
  const left = open.filter(({ id }) => !stops.some(({ stop }) => stop.id === id));
  return { stops, left, travelSeconds: route?.travelSeconds ?? 0 };
};

const isCrew = ({ crewSize = 1, assignments }: Appointment): boolean => crewSize > 1 || assignments.length > 1;

/** The time that an appointment takes of him, from its planned start or from where it is. */
const takenBy = ({ id, place: { location }, assignments }: Appointment, technicianId: string, from?: string) => {
  const mine = assignments.find((one) => one.technicianId === technicianId);
  if (!mine) return [];
  return [{ kind: 'appointment' as const, id, from: from ?? mine.plannedStartAt, to: mine.plannedEndAt, location }];
};

/** What is fetched on the way keeps its time. */
const fetching = (open: readonly Appointment[]) =>
  open.flatMap((stop) =>
    reservedParts(stop).map(({ plannedStartAt: from, plannedEndAt: to, place }) => ({
      ...{ kind: 'pickup' as const, id: stop.id, from, to },
      location: place.location,
    })),
  );

/** Without a place of its own; it begins when what is fetched for it is there, and needs no more than the rest of the van. */
const waitingAnew = (stop: Appointment): Appointment => {
  const there = [stop.earliestStartAt, ...reservedParts(stop).map(({ plannedEndAt }) => plannedEndAt)].sort().at(-1);
  return {
    ...{ ...stop, status: 'unscheduled', assignments: [], partRequirements: partsFromVan(stop) },
    earliestStartAt: there ?? stop.earliestStartAt,
  };
};
