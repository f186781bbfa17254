import { explain } from './explain.ts';
import { insertOpen } from './insert-open.ts';
import type { Problem } from './problem.ts';
import { relocate } from './relocate.ts';
import { seededRandom } from './seeded-random.ts';
import type { Route, Solution, SolutionFigures, SolutionStop } from './solution.ts';
import { standingRoutes } from './standing-routes.ts';
import { evaluate, type WorkingRoute } from './working-route.ts';

export interface SolveOptions {
  /** The same problem and seed give the same solution, as long as the same rounds are run. */
  readonly seed: number;
  /** Asked after each round whether it was the last; time-bound callers look at their clock. The default is five rounds. */
  readonly stop?: (rounds: number) => boolean;
}

const usualRounds = 5;
/** How much costs vary from the second round on. */
const restartNoise = 0.4;
const relocationPasses = 3;

/** Plans the open stops into the routes that stand, the best of some rounds; what stands keeps technician and time. */
export const solve = (problem: Problem, { seed, stop = (rounds) => rounds >= usualRounds }: SolveOptions): Solution => {
  const random = seededRandom(seed);
  let best = planOnce(problem, random, 0);
  for (let rounds = 1; !stop(rounds); rounds += 1) {
    const other = planOnce(problem, random, restartNoise);
    if (isBetter(problem, other, best)) best = other;
  }
  return solutionOf(problem, best);
};

const planOnce = (problem: Problem, random: () => number, noise: number): WorkingRoute[] => {
  const routes = standingRoutes(problem);
  insertOpen(problem, routes, random, noise);
  relocate(problem, routes, relocationPasses);
  // The time that relocation won may hold what found no place before.
  insertOpen(problem, routes, random, 0);
  return routes;
};

/** The day as it stands, without any planning: what a proposal is compared with. */
export const standingSolution = (problem: Problem): Solution => solutionOf(problem, standingRoutes(problem));

/** Fewer unplanned, the most urgent first; then lower cost. */
const isBetter = (problem: Problem, routes: readonly WorkingRoute[], than: readonly WorkingRoute[]): boolean => {
  const [a, b] = [plannedByPriority(problem, routes), plannedByPriority(problem, than)];
  for (let priority = 0; priority < a.length; priority += 1) {
    const difference = (a[priority] ?? 0) - (b[priority] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return costOf(routes) < costOf(than);
};

const costOf = (routes: readonly WorkingRoute[]): number => routes.reduce((total, { cost }) => total + cost, 0);

const plannedByPriority = (problem: Problem, routes: readonly WorkingRoute[]): number[] => {
  const counts = new Array<number>(1 + Math.max(0, ...problem.stops.map(({ priority }) => priority))).fill(0);
  for (const { elements } of routes) {
    for (const { stop } of elements) if (stop) counts[stop.priority] = (counts[stop.priority] ?? 0) + 1;
  }
  return counts;
};

const solutionOf = (problem: Problem, working: readonly WorkingRoute[]): Solution => {
  const placed = new Set(working.flatMap(({ elements }) => elements.flatMap(({ stop }) => stop?.id ?? [])));
  const routes = working.map((route) => routeOf(problem, route));
  return {
    routes,
    unassigned: problem.stops.filter(({ id }) => !placed.has(id)).map((stop) => explain(problem, working, stop)),
    figures: figuresOf(problem, routes),
  };
};

const routeOf = ({ matrix }: Problem, route: WorkingRoute): Route => {
  const stops: SolutionStop[] = [];
  let breakAt: number | undefined;
  evaluate(route, matrix, undefined, -1, {
    onBreak: (start) => {
      breakAt = start;
    },
    onStart: ({ stop, place }, start, end, from) => {
      if (!stop) return;
      const leg = from * matrix.size + place;
      const travelSeconds = matrix.seconds[leg] ?? 0;
      stops.push({ stopId: stop.id, start, end, travelSeconds, travelMetres: matrix.metres[leg] ?? 0 });
    },
  });
  return {
    technicianId: route.technician.id,
    stops,
    ...(breakAt !== undefined && { breakAt }),
    travelSeconds: sum(stops.map(({ travelSeconds }) => travelSeconds)),
    travelMetres: sum(stops.map(({ travelMetres }) => travelMetres)),
  };
};

const figuresOf = (problem: Problem, routes: readonly Route[]): SolutionFigures => {
  const dues = new Map(problem.stops.map(({ id, due }) => [id, due]));
  const stops = routes.flatMap((route) => route.stops);
  return {
    scheduled: stops.length,
    late: stops.filter(({ stopId, end }) => end > (dues.get(stopId) ?? Infinity)).length,
    travelSeconds: sum(routes.map(({ travelSeconds }) => travelSeconds)),
    travelMetres: sum(routes.map(({ travelMetres }) => travelMetres)),
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
