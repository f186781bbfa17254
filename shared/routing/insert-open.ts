import type { Problem, ProblemStop } from './problem.ts';
import { cheapestInsertion, hasParts, insertInto } from './insertion.ts';
import { unsuitability } from './suitability.ts';
import type { RouteElement, WorkingRoute } from './working-route.ts';

const daySeconds = 86_400;

/** A stop that only one technician can have is as pressing as an hour of driving. */
const onlyOptionSeconds = 3600;

/** What is placed together: one priority, due on one day. Overdue counts as due on the first. */
const bucketOf = (stop: ProblemStop): number =>
  stop.priority * 1000 + Math.min(999, Math.max(0, Math.floor(stop.due / daySeconds)));

/**
 * Inserts what has no place yet: the most urgent bucket first, in it the stop that would lose most by waiting (regret-2, Potvin
 * and Rousseau 1993), less what it costs. `random` in [0, 1) breaks ties and, with `noise` above 0, varies the costs.
 */
export const insertOpen = (problem: Problem, routes: WorkingRoute[], random: () => number, noise: number): void => {
  const placed = new Set(routes.flatMap(({ elements }) => elements.map(({ stop }) => stop)));
  const open = problem.stops.filter((stop) => !stop.present && !placed.has(stop));
  const keys = [...new Set(open.map(bucketOf))].sort((a, b) => a - b);
  for (const key of keys) {
    const bucket = open.filter((stop) => bucketOf(stop) === key);
    fillIn(problem, routes, shuffled(bucket, random), () => 1 + noise * (random() - 0.5));
  }
};

/** Fisher and Yates. */
const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] => {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order;
};

/** A stop that waits, with the cost of its cheapest insertion into each route. */
interface Waiting {
  readonly element: RouteElement;
  readonly stop: ProblemStop;
  readonly suits: readonly boolean[];
  readonly costs: Float64Array;
}

const fillIn = (problem: Problem, routes: WorkingRoute[], bucket: ProblemStop[], wobble: () => number): void => {
  let waiting = bucket.map((stop): Waiting => ({
    element: { stop, place: stop.place, durationSeconds: stop.durationSeconds },
    stop,
    suits: problem.technicians.map((technician) => unsuitability(technician, stop) === undefined),
    costs: new Float64Array(routes.length).fill(Infinity),
  }));
  for (const one of waiting) routes.forEach((route, index) => weigh(problem, route, index, one, wobble()));
  while (waiting.length > 0) {
    const chosen = mostPressing(waiting);
    if (!chosen) return;
    const route = routes[chosen.route];
    if (!route) return;
    insertInto(route, chosen.waiting.element, problem.matrix);
    waiting = waiting.filter((one) => one !== chosen.waiting);
    for (const one of waiting) weigh(problem, route, chosen.route, one, wobble());
  }
};

/** The cheapest way into a route; what did not fit once never fits later, since routes only grow. */
const weigh = (problem: Problem, route: WorkingRoute, index: number, waiting: Waiting, factor: number): void => {
  const fits = waiting.suits[index] === true && hasParts(route, waiting.stop);
  waiting.costs[index] = fits ? cheapestInsertion(route, waiting.element, problem.matrix).cost * factor : Infinity;
};

const mostPressing = (waiting: readonly Waiting[]): { waiting: Waiting; route: number } | undefined => {
  let chosen: { waiting: Waiting; route: number } | undefined;
  let highest = -Infinity;
  for (const one of waiting) {
    let best = Infinity;
    let second = Infinity;
    let route = -1;
    one.costs.forEach((cost, index) => {
      if (cost < best) {
        second = best;
        best = cost;
        route = index;
      } else if (cost < second) second = cost;
    });
    if (route < 0) continue;
    const regret = Math.min(second - best, onlyOptionSeconds);
    if (regret - best > highest) {
      highest = regret - best;
      chosen = { waiting: one, route };
    }
  }
  return chosen;
};
