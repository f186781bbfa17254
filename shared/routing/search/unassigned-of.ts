import { explain } from '../explain.ts';
import type { Problem } from '../problem.ts';
import type { Route, UnassignedStop } from '../solution.ts';
import { evaluate, type RouteElement, type WorkingRoute } from '../working-route.ts';

/** The stops that no route has, each with how many technicians every rule kept from it. */
export const unassignedOf = (problem: Problem, routes: readonly Route[]): UnassignedStop[] => {
  const placed = new Set(routes.flatMap(({ stops }) => stops.map(({ stopId }) => stopId)));
  const open = problem.stops.filter(({ id }) => !placed.has(id));
  if (open.length === 0) return [];
  const working = workingRoutes(problem, routes);
  return open.map((stop) => explain(problem, working, stop));
};

/** Routes as they are at last, everything at its time. */
const workingRoutes = (problem: Problem, routes: readonly Route[]): WorkingRoute[] => {
  const stops = new Map(problem.stops.map((stop) => [stop.id, stop]));
  return problem.technicians.map((technician, index) => {
    const planned = (routes[index]?.stops ?? []).flatMap(({ stopId, start, end }): RouteElement[] => {
      const stop = stops.get(stopId);
      return stop ? [{ stop, place: stop.place, durationSeconds: end - start, fixed: { from: start, to: end } }] : [];
    });
    const blocks = technician.blocks.map(({ from, to, place = -1 }): RouteElement => ({
      place,
      durationSeconds: to - from,
      fixed: { from, to },
    }));
    const elements = [...planned, ...blocks].sort((a, b) => (a.fixed?.from ?? 0) - (b.fixed?.from ?? 0));
    const spareParts = new Map(technician.vanStock);
    for (const { stop } of planned) {
      for (const { partId, quantity } of stop?.parts ?? []) {
        spareParts.set(partId, Math.max(0, (spareParts.get(partId) ?? 0) - quantity));
      }
    }
    const route = { technician, elements, spareParts, cost: 0, hasBreak: technician.breakRule !== undefined };
    const cost = evaluate(route, problem.matrix);
    if (Number.isFinite(cost)) return { ...route, cost };
    const without = { ...route, hasBreak: false };
    return { ...without, cost: evaluate(without, problem.matrix) };
  });
};
