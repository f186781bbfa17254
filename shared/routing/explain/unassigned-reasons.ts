import type { ExclusionReason } from '../../model/plan.ts';
import { joinedSolution } from '../insertion-service/joined-solution.ts';
import { rankInsertions } from '../insertion-service/rank-insertions.ts';
import { timelinesOf, type Timeline } from '../insertion-service/timeline.ts';
import { waysOf } from '../insertion-service/ways.ts';
import type { Problem, ProblemStop } from '../problem.ts';
import type { Route, UnassignedStop } from '../solution.ts';
import { withoutFetchable } from '../without-fetchable.ts';

export interface ExplainedStop extends UnassignedStop {
  /** How many technicians each rule excluded, the most frequent first. */
  readonly reasons: readonly { readonly reason: ExclusionReason; readonly technicians: number }[];
}

const usualGrainSeconds = 60;

/** The stops that no route has, each with how many technicians every rule kept from it, the most frequent first. */
export const unassignedReasons = (problem: Problem, routes: readonly Route[]): ExplainedStop[] => {
  const placed = new Set(routes.flatMap(({ stops }) => stops.map(({ stopId }) => stopId)));
  const open = problem.stops.filter(({ id }) => !placed.has(id));
  const timelines = open.length === 0 ? [] : timelinesOf(problem, joinedSolution(problem, routes, []));
  return open.map((stop) => ({
    stopId: stop.id,
    reasons: reasonsOf(problem, timelines, withoutFetchable(problem, stop)),
  }));
};

const reasonsOf = (
  problem: Problem,
  timelines: readonly Timeline[],
  stop: ProblemStop,
): { reason: ExclusionReason; technicians: number }[] => {
  const rules = { grainSeconds: problem.startGrainSeconds ?? usualGrainSeconds, ways: waysOf(problem) };
  const { offers, excluded } = rankInsertions(timelines, stop, rules);
  const counts = new Map<ExclusionReason, number>();
  const count = (reason: ExclusionReason) => counts.set(reason, (counts.get(reason) ?? 0) + 1);
  for (const { rule } of excluded) count(rule);
  // A place that costs more than it is worth, or waits for a crew or another stop.
  for (const _offer of offers) count('no-free-time');
  const withoutShift = problem.technicians.length - offers.length - excluded.length;
  if (withoutShift > 0) counts.set('off-shift', (counts.get('off-shift') ?? 0) + withoutShift);
  return [...counts]
    .map(([reason, technicians]) => ({ reason, technicians }))
    .sort((a, b) => b.technicians - a.technicians || (a.reason < b.reason ? -1 : 1));
};
