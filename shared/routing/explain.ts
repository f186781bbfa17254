import type { ExclusionReason } from '../model/plan.ts';
import { cheapestInsertion, hasParts } from './insertion.ts';
import type { Problem, ProblemStop } from './problem.ts';
import type { UnassignedStop } from './solution.ts';
import { unsuitability } from './suitability.ts';
import type { WorkingRoute } from './working-route.ts';

/** Why a stop has no place in finished routes: how many technicians each rule kept from it, the most frequent first. */
export const explain = (problem: Problem, routes: readonly WorkingRoute[], stop: ProblemStop): UnassignedStop => {
  const counts = new Map<ExclusionReason, number>();
  for (const route of routes) {
    const reason = bindingRule(problem, route, stop);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const reasons = [...counts].map(([reason, technicians]) => ({ reason, technicians }));
  reasons.sort((a, b) => b.technicians - a.technicians || (a.reason < b.reason ? -1 : 1));
  return { stopId: stop.id, reasons };
};

const bindingRule = (problem: Problem, route: WorkingRoute, stop: ProblemStop): ExclusionReason => {
  const unsuitable = unsuitability(route.technician, stop);
  if (unsuitable) return unsuitable;
  if (!hasParts(route, stop)) return 'part-not-on-van';
  if (!stop.window) return 'no-free-time';
  const { window: _window, ...anyTime } = stop;
  const element = { stop: anyTime, place: stop.place, durationSeconds: stop.durationSeconds };
  return Number.isFinite(cheapestInsertion(route, element, problem.matrix).cost)
    ? 'outside-arrival-window'
    : 'no-free-time';
};
