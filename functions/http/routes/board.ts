import type { DayFigures } from '../../../shared/protocol/endpoints/board.ts';
import * as endpoints from '../../../shared/protocol/endpoints/board.ts';
import { addDays } from '../../../shared/geo/zoned-time.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { TakenInterval, TechnicianDay } from '../../../shared/model/technician-day.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { InstantSpan } from '../../../shared/model/time.ts';
import { dayFigures } from '../../../shared/rules/day-figures.ts';
import { liveStateOf } from '../../../shared/rules/live-state.ts';
import { shiftsOn } from '../../../shared/rules/working-time.ts';
import { notFound } from '../../platform/errors.ts';
import { backlog, dayBoard } from '../../store/questions/board.ts';
import { allTechnicians, allTerritories } from '../../store/questions/catalogue.ts';
import { latestPositions } from '../../store/questions/latest-positions.ts';
import { newestSequence } from '../../store/questions/live.ts';
import { allOpenRequests } from '../../store/questions/open-requests.ts';
import { technicianDays } from '../../store/questions/technician-days.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

/** The board shows so many of what waits, and of the open requests. */
const mostWaiting = 1000;
const mostRequests = 500;

export const boardRoutes: readonly Route[] = [
  staffRoute(endpoints.getBoard, async (asked) => {
    const { deps, tenantId, now, params, query } = asked;
    const { table } = deps;
    const { territoryId, day } = params;
    const days = Array.from({ length: query.days ?? 1 }, (_, i) => addDays(day, i));
    // Read before all else: what changes while the rest is read has a higher number and comes again over the socket.
    const sequence = await newestSequence(table, tenantId, territoryId);
    const [{ appointments, technicians }, waiting, openRequests] = await Promise.all([
      daysOf(asked, territoryId, days),
      backlog(table, tenantId, territoryId),
      allOpenRequests(table, tenantId, territoryId, mostRequests),
    ]);
    const ids = technicians.map(({ technician }) => technician.id);
    const [guards, positions] = await Promise.all([
      Promise.all(days.map((one) => technicianDays(table, tenantId, ids, one))),
      latestPositions(table, tenantId, ids),
    ]);
    const shown = new Set(appointments.map(({ id }) => id));
    const rows = technicians.map(({ technician, shifts }) => {
      const technicianId = technician.id;
      const position = positions.get(technicianId);
      const taken = intervalsOf(guards, technicianId).filter(({ id }) => !shown.has(id));
      const liveState = liveStateOf({ technicianId, shifts, appointments, latest: position, now });
      return { technicianId, shifts, taken, liveState, ...(position && { position }) };
    });
    return {
      rows,
      appointments,
      backlog: waiting.slice(0, mostWaiting),
      backlogTotal: waiting.length,
      openRequests,
      sequence,
    };
  }),

  staffRoute(endpoints.getDayFigures, async (asked): Promise<DayFigures> => {
    const { deps, tenantId, now, params } = asked;
    const [{ appointments, technicians }, waiting] = await Promise.all([
      daysOf(asked, params.territoryId, [params.day]),
      backlog(deps.table, tenantId, params.territoryId),
    ]);
    return dayFigures({
      appointments,
      unscheduled: waiting.length,
      otherAppointments: waiting,
      technicians: technicians.map(({ technician, shifts }) => ({ technicianId: technician.id, shifts })),
      now,
    });
  }),
];

interface DaysOfTerritory {
  readonly appointments: Appointment[];
  readonly technicians: readonly { readonly technician: Technician; readonly shifts: InstantSpan[] }[];
}

/** What stands on the board, and who serves the territory: those at home there first, then by name. */
const daysOf = async (
  { deps, tenantId }: StaffAsked,
  territoryId: string,
  days: readonly string[],
): Promise<DaysOfTerritory> => {
  const [territories, technicians, byDay] = await Promise.all([
    allTerritories(deps.table, tenantId),
    allTechnicians(deps.table, tenantId),
    Promise.all(days.map((day) => dayBoard(deps.table, tenantId, territoryId, day))),
  ]);
  const appointments = byDay.flat();
  if (!territories.some(({ id }) => id === territoryId)) throw notFound('territory');
  const zones = new Map(territories.map(({ id, timeZone }) => [id, timeZone]));
  const busy = new Set(appointments.flatMap(({ assignments }) => assignments.map((one) => one.technicianId)));
  const isAway = ({ territoryIds }: Technician): number => Number(territoryIds[0] !== territoryId);
  const serving = technicians
    .filter(({ id, active, territoryIds }) => busy.has(id) || (active && territoryIds.includes(territoryId)))
    .sort((a, b) => isAway(a) - isAway(b));
  return {
    appointments,
    technicians: serving.map((technician) => ({
      technician,
      shifts: days.flatMap((day) => shiftsOn(technician, day, zones.get(technician.territoryIds[0] ?? '') ?? 'UTC')),
    })),
  };
};

/** What takes a technician's time over those days; what passes midnight stands in two guards and is told once. */
const intervalsOf = (days: readonly ReadonlyMap<string, TechnicianDay>[], technicianId: string): TakenInterval[] => {
  const all = days.flatMap((guards) => guards.get(technicianId)?.intervals ?? []);
  return [...new Map(all.map((one) => [one.id, one])).values()];
};
