import type { Appointment } from '../../shared/model/appointment.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { Territory } from '../../shared/model/territory.ts';
import type { Day } from '../../shared/model/time.ts';
import type { TerritoryLoad } from '../../shared/protocol/endpoints/territories.ts';
import { addDays } from '../../shared/geo/zoned-time.ts';
import { shiftsOn } from '../../shared/rules/working-time.ts';
import { backlog, dayBoard } from '../store/questions/board.ts';
import { allOpenRequests } from '../store/questions/open-requests.ts';
import type { Table } from '../store/table-client.ts';

const week = 7;
/** Counted up to here; more is "many" to whoever draws borders. */
const mostCounted = 1000;
/** Each asks nine questions of the table. */
const territoriesAtOnce = 5;

/** Work and hours of every territory for a week from a day on. */
export const territoryLoads = async (
  table: Table,
  tenantId: string,
  {
    territories,
    technicians,
    from,
  }: { territories: readonly Territory[]; technicians: readonly Technician[]; from: Day },
): Promise<TerritoryLoad[]> => {
  const days = Array.from({ length: week }, (_, i) => addDays(from, i));
  const loads: TerritoryLoad[] = [];
  for (let i = 0; i < territories.length; i += territoriesAtOnce) {
    const some = territories.slice(i, i + territoriesAtOnce);
    loads.push(...(await Promise.all(some.map((one) => loadOf(table, tenantId, one, technicians, days)))));
  }
  return loads;
};

const loadOf = async (
  table: Table,
  tenantId: string,
  { id, timeZone }: Territory,
  technicians: readonly Technician[],
  days: readonly Day[],
): Promise<TerritoryLoad> => {
  const [waiting, requests, ...boards] = await Promise.all([
    backlog(table, tenantId, id, mostCounted),
    allOpenRequests(table, tenantId, id, mostCounted),
    ...days.map((day) => dayBoard(table, tenantId, id, day)),
  ]);
  const planned = boards.flat().filter(({ status }) => status !== 'cancelled');
  const home = technicians.filter(({ active, territoryIds }) => active && territoryIds[0] === id);
  const shifts = home.flatMap((technician) => days.flatMap((day) => shiftsOn(technician, day, timeZone)));
  return {
    territoryId: id,
    technicians: home.length,
    shiftHoursPerWeek: hours(shifts.reduce((sum, { from, to }) => sum + (Date.parse(to) - Date.parse(from)) / 1000, 0)),
    openRequests: requests.length,
    waitingAppointments: waiting.length,
    plannedAppointments: planned.length,
    workHours: hours([...waiting, ...planned].reduce((sum, one) => sum + workSeconds(one), 0)),
  };
};

/** A crew's time counts for each of them. */
const workSeconds = ({ durationSeconds, assignments }: Appointment): number =>
  durationSeconds * Math.max(1, assignments.length);

const hours = (seconds: number): number => Math.round(seconds / 36) / 100;
