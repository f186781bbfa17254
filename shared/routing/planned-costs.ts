import type { PlannedRouteCosts, PlannedStopCosts } from '../model/plan.ts';
import { solutionCostsOf } from './costs/solution-costs.ts';
import type { Problem } from './problem.ts';
import type { Route, Solution } from './solution.ts';

/** What routes and stops of a plan cost beside their ways, by part, recomputed apart from the solver; nothing where they cost nothing. */
export interface PlannedCosts {
  ofRoute(route: Route): { readonly costs?: PlannedRouteCosts };
  ofStop(route: Route, stopId: string): { readonly costs?: PlannedStopCosts };
}

export const plannedCostsOf = (problem: Problem, solution: Solution): PlannedCosts => {
  const routes = new Map(solutionCostsOf(problem, solution).routes.map((route) => [route.technicianId, route]));
  const stops = new Map(
    [...routes.values()].map(({ technicianId, stops }) => [
      technicianId,
      new Map(stops.map((stop) => [stop.stopId, stop])),
    ]),
  );
  return {
    ofRoute: ({ technicianId }) => {
      const found = routes.get(technicianId);
      return found ? told({ waiting: found.waiting, overtime: found.overtime }) : {};
    },
    ofStop: ({ technicianId }, stopId) => {
      const found = stops.get(technicianId)?.get(stopId);
      if (!found) return {};
      const { lateness, otherTechnician, change } = found;
      return told({ lateness, otherTechnician, change });
    },
  };
};

const told = <Part extends string>(costs: Readonly<Record<Part, number>>): { costs?: { [Each in Part]?: number } } => {
  const parts: { [Each in Part]?: number } = {};
  let isAny = false;
  for (const part in costs) {
    const whole = Math.round(costs[part]);
    if (whole <= 0) continue;
    parts[part] = whole;
    isAny = true;
  }
  return isAny ? { costs: parts } : {};
};
