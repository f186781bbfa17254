import type { CheckedDay } from '../check/checked-day.ts';
import { gapsOf } from '../check/gap.ts';
import { legsOf } from '../check/leg.ts';
import { shiftFiguresOf } from '../check/shift-figures.ts';
import { stopCostsOf, wayCost, type StopCosts } from './stop-costs.ts';

/** What one route costs, by part; `travel` and what stands at its stops are sums over them. */
export interface RouteCosts {
  readonly technicianId: string;
  readonly stops: readonly StopCosts[];
  readonly use: number;
  /** With ways to parts, to appointments of other territories, and home. */
  readonly travel: number;
  readonly service: number;
  readonly waiting: number;
  readonly overtime: number;
  readonly lateness: number;
  readonly otherTechnician: number;
  readonly change: number;
  readonly total: number;
}

/** The cost of a route, recomputed from the problem. */
export const routeCostsOf = (day: CheckedDay): RouteCosts => {
  const { technician, route } = day;
  const { rates = {} } = technician;
  const stops = stopCostsOf(day);
  const shifts = shiftFiguresOf(day);
  const otherWays = [...(route.pickups ?? []), ...(route.returns ?? [])];
  const sum = (pick: (stop: StopCosts) => number) => stops.reduce((total, each) => total + pick(each), 0);
  const parts = {
    use: shifts.length * (rates.perUse ?? 0),
    travel: [...otherWays, ...blockWaysOf(day)].reduce(
      (total, way) => total + wayCost(technician, way),
      sum(({ travel }) => travel),
    ),
    service: sum(({ service }) => service),
    waiting: shifts.reduce((total, each) => total + each.waitingSeconds, 0) * (rates.perWaitingSecond ?? 0),
    overtime: shifts.reduce((total, each) => total + each.overtimeSeconds, 0) * (rates.perOvertimeSecond ?? 0),
    lateness: sum(({ lateness }) => lateness),
    otherTechnician: sum(({ otherTechnician }) => otherTechnician),
    change: sum(({ change }) => change),
  };
  const total = Object.values(parts).reduce((all, part) => all + part, 0);
  return { technicianId: technician.id, stops, ...parts, total };
};

/** Ways to what other territories have him do, in shifts that have stops; no route lists them, but he drives them. */
const blockWaysOf = (day: CheckedDay): { travelSeconds: number; travelMetres: number }[] =>
  gapsOf(day).flatMap(({ next, origins, shift }) => {
    const [origin] = origins;
    const isBlock = next?.place !== undefined && !next.checked && !next.pickup;
    if (!isBlock || !origin || !shift.visits.some(({ checked }) => checked)) return [];
    const [way] = legsOf(day.problem, day.technician, [origin.place, next.place], [origin.free, origin.free]);
    return way ? [{ travelSeconds: way.seconds, travelMetres: way.metres }] : [];
  });
