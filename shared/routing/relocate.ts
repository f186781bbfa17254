import { cheapestInsertion, hasParts, insertInto, takeParts } from './insertion.ts';
import type { Problem } from './problem.ts';
import { unsuitability } from './suitability.ts';
import { evaluate, type RouteElement, type WorkingRoute } from './working-route.ts';

/** Gains below a second are noise of the arithmetic. */
const leastGain = 1;

/** Moves each added stop to where it costs least now that all others stand, as long as that gains anything; at most `passes` times through all. */
export const relocate = (problem: Problem, routes: readonly WorkingRoute[], passes: number): void => {
  for (let pass = 0; pass < passes; pass += 1) {
    let moved = false;
    for (const route of routes) {
      for (const element of route.elements) {
        if (!element.fixed && relocateOne(problem, routes, route, element)) moved = true;
      }
    }
    if (!moved) return;
  }
};

const relocateOne = (
  problem: Problem,
  routes: readonly WorkingRoute[],
  from: WorkingRoute,
  element: RouteElement,
): boolean => {
  const { matrix } = problem;
  const shorter = { ...from, elements: from.elements.filter((one) => one !== element) };
  const cost = evaluate(shorter, matrix);
  if (!Number.isFinite(cost)) return false;
  let best = from.cost - cost - leastGain;
  let to: WorkingRoute | undefined;
  for (const route of routes) {
    if (route !== from && !mayTake(route, element)) continue;
    const insertion = cheapestInsertion(route === from ? { ...shorter, cost } : route, element, matrix);
    if (insertion.cost >= best) continue;
    best = insertion.cost;
    to = route;
  }
  if (!to) return false;
  from.elements = shorter.elements;
  from.cost = cost;
  takeParts(from, element, 1);
  insertInto(to, element, matrix);
  return true;
};

const mayTake = (route: WorkingRoute, { stop }: RouteElement): boolean =>
  stop !== undefined && unsuitability(route.technician, stop) === undefined && hasParts(route, stop);
