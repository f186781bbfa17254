import type { Problem, ProblemTechnician } from './problem.ts';
import { evaluate, type RouteElement, type WorkingRoute } from './working-route.ts';

/** Routes with only what stands there before planning: present assignments and blocks, in order of time. */
export const standingRoutes = (problem: Problem): WorkingRoute[] =>
  problem.technicians.map((technician) => standingRoute(problem, technician));

const standingRoute = (problem: Problem, technician: ProblemTechnician): WorkingRoute => {
  const present = problem.stops.flatMap((stop): RouteElement[] => {
    if (stop.present?.technicianId !== technician.id) return [];
    const { from, to } = stop.present;
    return [{ stop, place: stop.place, durationSeconds: to - from, fixed: { from, to } }];
  });
  const blocks = technician.blocks.map(({ from, to, place = -1 }): RouteElement => ({
    place,
    durationSeconds: to - from,
    fixed: { from, to },
  }));
  const elements = [...present, ...blocks].sort((a, b) => (a.fixed?.from ?? 0) - (b.fixed?.from ?? 0));
  const spareParts = new Map(technician.vanStock);
  for (const { stop } of present) {
    for (const { partId, quantity } of stop?.parts ?? []) {
      spareParts.set(partId, Math.max(0, (spareParts.get(partId) ?? 0) - quantity));
    }
  }
  const route = { technician, elements, spareParts, cost: 0, hasBreak: technician.breakRule !== undefined };
  const cost = evaluate(route, problem.matrix);
  // Where what stands leaves no room for a break, none is asked for.
  if (Number.isFinite(cost)) return { ...route, cost };
  const without = { ...route, hasBreak: false };
  return { ...without, cost: evaluate(without, problem.matrix) };
};
