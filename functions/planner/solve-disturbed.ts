import type { PlanDisturbance } from '../../shared/model/plan.ts';
import { appointmentIdOf } from '../../shared/routing/crew-partner.ts';
import { replanDisturbed } from '../../shared/routing/insertion-service/replan-disturbed.ts';
import { waysOf } from '../../shared/routing/insertion-service/ways.ts';
import { withFetches } from '../../shared/routing/kernel/with-fetches.ts';
import type { Problem, ProblemStop } from '../../shared/routing/problem.ts';
import type { Solution } from '../../shared/routing/solution.ts';

const grainSeconds = 60;

/**
 * The day with what is disturbed planned anew. What is locked, told or under way stays, and so does what would find no place
 * any more: then it is left where it stands and the rest is planned around it.
 */
export const solveDisturbed = (
  problem: Problem,
  standing: Solution,
  { appointmentIds, technicianIds }: PlanDisturbance,
  seed: number,
): Solution => {
  const rules = { grainSeconds, ways: waysOf(problem) };
  const kept = new Set<string>();
  for (;;) {
    const now = { ...problem, stops: problem.stops.map((stop) => (kept.has(stop.id) ? asItStands(stop) : stop)) };
    const open = now.stops.filter(({ id, present }) => appointmentIds.includes(appointmentIdOf(id)) && !present?.fixed);
    const disturbance = { stopIds: open.map(({ id }) => id), technicianIds };
    const { solution } = replanDisturbed(now, standing, disturbance, { rules, solve: { seed, fetching: withFetches } });
    const lost = solution.unassigned.filter(({ stopId }) =>
      now.stops.some(({ id, present }) => id === stopId && present),
    );
    if (lost.length === 0) return solution;
    for (const { stopId } of lost) kept.add(stopId);
  }
};

const asItStands = (stop: ProblemStop): ProblemStop =>
  stop.present ? { ...stop, present: { ...stop.present, fixed: true } } : stop;
