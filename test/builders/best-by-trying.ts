import { checkSolution } from '../../shared/routing/checker.ts';
import { compareCosts, solutionCostsOf, type SolutionCosts } from '../../shared/routing/costs/solution-costs.ts';
import type { Problem } from '../../shared/routing/problem.ts';
import { aRoute, aSolution } from './a-solution.ts';

/** The best cost of a small problem, by trying every order of every choice of stops for its technicians, all as early as can be. */
export const bestByTrying = (problem: Problem): SolutionCosts | undefined => {
  let best: SolutionCosts | undefined;
  const orders = problem.technicians.map((): number[] => []);
  const judge = (): void => {
    const routes = problem.technicians.map(
      ({ id }, index) =>
        startsOf(problem, index, orders[index] ?? []) &&
        aRoute(problem, id, startsOf(problem, index, orders[index] ?? []) ?? {}),
    );
    if (routes.some((route) => route === undefined)) return;
    const solution = aSolution(
      problem,
      routes.filter((route) => route !== undefined),
    );
    const costs = solutionCostsOf(problem, solution);
    if (best && compareCosts(costs, best) >= 0) return;
    if (checkSolution(problem, solution).length === 0) best = costs;
  };
  const place = (stop: number): void => {
    if (stop === problem.stops.length) {
      judge();
      return;
    }
    place(stop + 1);
    for (const order of orders) {
      for (let at = 0; at <= order.length; at += 1) {
        order.splice(at, 0, stop);
        place(stop + 1);
        order.splice(at, 1);
      }
    }
  };
  place(0);
  return best;
};

/** Every stop as early as it can be; nothing where a window or the shift has gone by. */
const startsOf = (
  problem: Problem,
  technician: number,
  order: readonly number[],
): Record<string, number> | undefined => {
  const { matrix, technicians, stops } = problem;
  const own = technicians[technician];
  const shift = own?.shifts[0];
  if (!own || !shift) return undefined;
  let [free, place] = [own.availableFrom, own.startPlace];
  const starts: Record<string, number> = {};
  for (const index of order) {
    const stop = stops[index];
    if (!stop) return undefined;
    const arrival = free + (matrix.seconds[place * matrix.size + stop.place] ?? 0);
    const start = Math.max(arrival, stop.earliest, stop.window?.from ?? 0);
    if (start > (stop.window?.to ?? Infinity)) return undefined;
    starts[stop.id] = start;
    [free, place] = [start + stop.durationSeconds, stop.place];
  }
  return free <= shift.to ? starts : undefined;
};
