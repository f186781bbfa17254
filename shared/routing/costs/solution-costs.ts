import { checkedDayOf, type CheckedDay } from '../check/checked-day.ts';
import type { Problem } from '../problem.ts';
import type { Solution } from '../solution.ts';
import { routeCostsOf, type RouteCosts } from './route-costs.ts';
import { latenessOf } from './stop-costs.ts';

/** What a whole plan costs. What is lost comes before any cost. */
export interface SolutionCosts {
  /** The sum of the values left out; or by priority from the most urgent, how many. */
  readonly lost: readonly number[];
  readonly routes: readonly RouteCosts[];
  readonly unfairness: number;
  readonly sprawl: number;
  readonly highestLateness: number;
  readonly total: number;
}

/** Every cost of a solution by its parts, recomputed from the problem alone; shares no code with the solver. */
export const solutionCostsOf = (problem: Problem, solution: Solution): SolutionCosts => {
  const days = solution.routes.flatMap((route): CheckedDay[] => {
    const technician = problem.technicians.find(({ id }) => id === route.technicianId);
    return technician ? [checkedDayOf(problem, technician, route)] : [];
  });
  const routes = days.map(routeCostsOf);
  const plan = {
    unfairness: unfairnessOf(problem, days),
    sprawl: sprawlOf(problem, days),
    highestLateness: (problem.preferences?.highestLateness ?? 0) * highestLateness(days),
  };
  const total = routes.reduce((sum, route) => sum + route.total, plan.unfairness + plan.sprawl + plan.highestLateness);
  return { lost: lostOf(problem, solution), routes, ...plan, total };
};

/** Below zero where the first is better: less lost first, then less cost. */
export const compareCosts = (a: SolutionCosts, b: SolutionCosts): number => {
  const length = Math.max(a.lost.length, b.lost.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a.lost[index] ?? 0) - (b.lost[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.total - b.total;
};

const lostOf = (problem: Problem, { unassigned }: Solution): number[] => {
  const out = new Set(unassigned.map(({ stopId }) => stopId));
  const lost = problem.stops.filter(({ id }) => out.has(id));
  if (problem.stops.some(({ value }) => value !== undefined)) {
    return [lost.reduce((sum, { value = 0 }) => sum + value, 0)];
  }
  const counts = new Array<number>(1 + Math.max(0, ...problem.stops.map(({ priority }) => priority))).fill(0);
  for (const { priority } of lost) counts[priority] = (counts[priority] ?? 0) + 1;
  return counts;
};

const highestLateness = (days: readonly CheckedDay[]): number =>
  Math.max(0, ...days.flatMap(({ technician, stops }) => stops.map((one) => latenessOf(technician, one))));

const perSeconds = 100;

/** Seconds of work above the mean of all who have a shift. */
const unfairnessOf = ({ preferences }: Problem, days: readonly CheckedDay[]): number => {
  const rate = preferences?.unfairness ?? 0;
  const loads = days
    .filter(({ shifts }) => shifts.length > 0)
    .map(({ stops }) => stops.reduce((sum, { planned }) => sum + planned.end - planned.start, 0));
  if (rate === 0 || loads.length === 0) return 0;
  const mean = loads.reduce((sum, load) => sum + load, 0) / loads.length;
  return (rate * loads.reduce((sum, load) => sum + Math.max(0, load - mean), 0)) / perSeconds;
};

const perMetres = 1000;

/** The centre of a shift's stops is the one of them from which the ways to all others are shortest. */
const sprawlOf = ({ preferences, matrix }: Problem, days: readonly CheckedDay[]): number => {
  const rate = preferences?.sprawl ?? 0;
  if (rate === 0) return 0;
  const metresOf = (from: number, to: number) => matrix.metres[from * matrix.size + to] ?? 0;
  const shifts = days.flatMap((day) =>
    day.shifts.map(({ visits }) => visits.flatMap(({ checked }) => checked?.stop.place ?? [])),
  );
  const spread = shifts
    .filter((places) => places.length > 0)
    .map((places) =>
      Math.min(...places.map((centre) => places.reduce((sum, place) => sum + metresOf(centre, place), 0))),
    );
  return (rate * spread.reduce((sum, each) => sum + each, 0)) / perMetres;
};
