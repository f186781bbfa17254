import { dayBounds } from '../../shared/geo/zoned-time.ts';
import type { TravelModel } from '../../shared/geo/travel-model.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import type { Plan } from '../../shared/model/plan.ts';
import type { TakenInterval } from '../../shared/model/technician-day.ts';
import type { Technician } from '../../shared/model/technician.ts';
import type { PlanningDay, PlanningTechnician } from '../../shared/routing/problem-of-day.ts';
import { shiftsOn } from '../../shared/rules/working-time.ts';
import { backlog, dayBoard } from '../store/questions/board.ts';
import { allTechnicians, allTerritories } from '../store/questions/catalogue.ts';
import { latestPositions } from '../store/questions/latest-positions.ts';
import { stockOf } from '../store/questions/stock.ts';
import { technicianDays } from '../store/questions/technician-days.ts';
import { appointmentsById } from '../store/questions/things-by-id.ts';
import type { Table } from '../store/table-client.ts';

export interface DayQuestion {
  readonly table: Table;
  readonly tenantId: string;
  readonly plan: Pick<Plan, 'territoryId' | 'day'>;
  readonly now: string;
  readonly travel: TravelModel;
}

/** The most urgent appointments that the planner looks at. */
const backlogLimit = 1500;

/** Everything that planning a territory's day needs to know. */
export const loadDay = async ({ table, tenantId, plan, now, travel }: DayQuestion): Promise<PlanningDay> => {
  const { territoryId, day } = plan;
  const [territories, everyone, appointments, waiting] = await Promise.all([
    allTerritories(table, tenantId),
    allTechnicians(table, tenantId),
    dayBoard(table, tenantId, territoryId, day),
    backlog(table, tenantId, territoryId),
  ]);
  const zones = new Map(territories.map(({ id, timeZone }) => [id, timeZone]));
  const timeZone = zones.get(territoryId);
  if (timeZone === undefined) throw new Error(`The territory ${territoryId} is missing`);
  const possible = waiting.filter(({ earliestStartAt }) => earliestStartAt < dayBounds(day, timeZone).to);
  const technicians = everyone.filter(({ active, territoryIds }) => active && territoryIds.includes(territoryId));
  return {
    territory: { id: territoryId, timeZone },
    day,
    now,
    technicians: await withTheirDay({ table, tenantId, technicians, day, zones, appointments, backlog: possible }),
    appointments,
    backlog: possible,
    travel,
    backlogLimit,
  };
};

interface TechniciansQuestion {
  readonly table: Table;
  readonly tenantId: string;
  readonly technicians: readonly Technician[];
  readonly day: string;
  readonly zones: ReadonlyMap<string, string>;
  readonly appointments: readonly Appointment[];
  readonly backlog: readonly Appointment[];
}

const withTheirDay = async (question: TechniciansQuestion): Promise<PlanningTechnician[]> => {
  const { table, tenantId, technicians, day, zones, appointments } = question;
  const ids = technicians.map(({ id }) => id);
  const [days, latest, stock] = await Promise.all([
    technicianDays(table, tenantId, ids, day),
    latestPositions(table, tenantId, ids),
    vanStockOf(question),
  ]);
  const taken = [...days.values()].flatMap(({ intervals }) => intervals);
  const places = await placesOf(table, tenantId, taken, appointments);
  return technicians.map((technician) => ({
    technician,
    shifts: shiftsOn(technician, day, zones.get(technician.territoryIds[0] ?? '') ?? 'UTC'),
    taken: (days.get(technician.id)?.intervals ?? []).map((interval) => ({
      ...interval,
      location: places.get(interval.id),
    })),
    latest: latest.get(technician.id),
    vanStock: stock.get(technician.id) ?? new Map<string, number>(),
  }));
};

/** Where the taken time is spent; appointments of other territories are read for it. */
const placesOf = async (
  table: Table,
  tenantId: string,
  taken: readonly TakenInterval[],
  known: readonly Appointment[],
) => {
  const knownIds = new Set(known.map(({ id }) => id));
  const ids = taken.filter(({ kind, id }) => kind === 'appointment' && !knownIds.has(id)).map(({ id }) => id);
  const others = await appointmentsById(table, tenantId, [...new Set(ids)]);
  return new Map([...known, ...others].map(({ id, place }) => [id, place.location]));
};

/** Of the parts that the day asks for, how many lie on each technician's van. */
const vanStockOf = async ({ table, tenantId, technicians, appointments, backlog: waiting }: TechniciansQuestion) => {
  const asked = [...appointments, ...waiting].flatMap(({ partRequirements }) => partRequirements);
  const partIds = [...new Set(asked.map(({ partId }) => partId))];
  const vans = new Map(
    technicians.flatMap(({ id, vanStockLocationId: van }) => (van === undefined ? [] : [[van, id]])),
  );
  const levels = await stockOf(table, tenantId, [...vans.keys()], partIds);
  const stock = new Map<string, Map<string, number>>();
  for (const { stockLocationId, partId, quantity } of levels) {
    const technicianId = vans.get(stockLocationId) ?? '';
    const van = stock.get(technicianId) ?? new Map<string, number>();
    stock.set(technicianId, van.set(partId, quantity));
  }
  return stock;
};
