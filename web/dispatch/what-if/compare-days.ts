import type { TravelSourceKind } from '../../../shared/geo/travel-model.ts';
import type { PlannedRoute, PlanUnassigned } from '../../../shared/model/plan.ts';
import { planOfSolution } from '../../../shared/routing/plan-of-solution.ts';
import { problemOfDay } from '../../../shared/routing/problem-of-day.ts';
import { solve, standingSolution } from '../../../shared/routing/solve.ts';
import { afterIterations } from '../../../shared/routing/search/stop-rule.ts';
import { usualIterations } from '../../../shared/routing/solve.ts';
import { travelBy, type AskedWays } from './ask-ways.ts';
import { dayOutcome, type DayOutcome } from './day-outcome.ts';
import type { DayCopy } from './day-copy.ts';

/** The day as it is and as it would be; the same seed gives the same answer. */
export interface WhatIfQuestion {
  readonly now: DayCopy;
  readonly changed: DayCopy;
  readonly seed: number;
  /** As the server's planner reckons them; estimated where they are absent. */
  readonly ways?: AskedWays | undefined;
}

export interface WhatIfAnswer {
  /** Whence the driving times of all three come. */
  readonly travelSource: TravelSourceKind;
  /** As it stands, without any planning. */
  readonly standing: DayOutcome;
  /** As it would be planned without the changes: what planning alone gives. */
  readonly planned: DayOutcome;
  /** As it would be planned with them. */
  readonly changed: DayOutcome;
  readonly routes: readonly PlannedRoute[];
  readonly unassigned: readonly PlanUnassigned[];
  /** What works out the proposal has read it. */
  readonly seed: number;
}

/** Plans both by the server's own optimiser, over the same travel on either side; tells which share is done. */
export const compareDays = (
  { now, changed, seed, ways }: WhatIfQuestion,
  tell: (share: number) => void,
): WhatIfAnswer => {
  const travel = travelBy(ways);
  const usual = new Map(now.technicians.map(({ technician, shifts }) => [technician.id, shifts]));
  const [before, after] = [now, changed].map((day) => problemOfDay({ ...day, travel }));
  if (!before || !after) throw new Error('there are two days to compare');
  const plan = (problem: typeof before, from: number) =>
    solve(problem, {
      seed,
      stop: afterIterations(usualIterations(problem)),
      onProgress: ({ share }) => tell(from + share / 2),
    });
  const standing = standingSolution(before);
  const planned = plan(before, 0);
  const solution = plan(after, 0.5);
  const { routes, unassigned } = planOfSolution(after, standingSolution(after), solution);
  return {
    travelSource: travel.source,
    standing: dayOutcome(before, standing, usual),
    planned: dayOutcome(before, planned, usual),
    changed: dayOutcome(after, solution, usual),
    routes,
    unassigned,
    seed,
  };
};
