import type { Problem, ProblemStop } from '../problem.ts';
import type { Solution } from '../solution.ts';
import { solve, type SolveOptions } from '../solve.ts';
import { withoutFetchable } from '../without-fetchable.ts';
import type { InsertionRules } from './insertion.ts';
import { joinedSolution } from './joined-solution.ts';
import { rankInsertions } from './rank-insertions.ts';
import { timelinesOf } from './timeline.ts';

/** What went wrong with a running day: work that needs a place, people whose routes no longer hold. */
export interface Disturbance {
  readonly stopIds: readonly string[];
  readonly technicianIds?: readonly string[];
}

export interface ReplanOptions {
  readonly rules: InsertionRules;
  readonly solve: SolveOptions;
  /** How many technicians may be touched for each disturbed stop; absent: 6. */
  readonly neighbours?: number;
}

export interface Replanned {
  readonly solution: Solution;
  readonly technicianIds: readonly string[];
  /** Stops that now have another technician or another time. */
  readonly changedStopIds: readonly string[];
}

const usualNeighbours = 6;
/** What breaking a promise costs in a re-plan where the problem does not say: half an hour of driving, and each second. */
const usualChangeCost = { technician: 1800, perSecondMoved: 1 };

/**
 * Plans the disturbed part of a day anew: the stops that need a place, the technicians who are disturbed, and for each such stop
 * the few who could take it best; everyone else keeps his route as it is. Every change of a promise has a cost.
 */
export const replanDisturbed = (
  problem: Problem,
  standing: Solution,
  disturbance: Disturbance,
  { rules, solve: solveOptions, neighbours = usualNeighbours }: ReplanOptions,
): Replanned => {
  const open = problem.stops.filter(({ id }) => disturbance.stopIds.includes(id));
  const timelines = timelinesOf(problem, standing);
  const near = open.flatMap((stop) =>
    rankInsertions(timelines, withoutFetchable(problem, stop), rules)
      .offers.slice(0, neighbours)
      .map(({ technicianId }) => technicianId),
  );
  const touched = new Set([...(disturbance.technicianIds ?? []), ...near]);
  const part = partOf(problem, standing, touched, new Set(disturbance.stopIds));
  const planned = solve(part, solveOptions);
  const byTechnician = new Map(planned.routes.map((route) => [route.technicianId, route]));
  const routes = standing.routes.map((route) => byTechnician.get(route.technicianId) ?? route);
  const solution = joinedSolution(problem, routes, [
    ...standing.unassigned.filter(({ stopId }) => !disturbance.stopIds.includes(stopId)),
    ...planned.unassigned,
  ]);
  return { solution, technicianIds: [...touched], changedStopIds: changedStops(standing, solution) };
};

const partOf = (
  problem: Problem,
  standing: Solution,
  touched: ReadonlySet<string>,
  open: ReadonlySet<string>,
): Problem => {
  const stands = new Map(
    standing.routes
      .filter(({ technicianId }) => touched.has(technicianId))
      .flatMap(({ technicianId, stops }) => stops.map((stop) => [stop.stopId, { technicianId, ...stop }])),
  );
  const stops = problem.stops.flatMap((stop): ProblemStop[] => {
    if (open.has(stop.id)) return [withoutPresent(stop)];
    const now = stands.get(stop.id);
    if (!now) return [];
    const { fixed = false, keeps, changeCost = usualChangeCost } = stop.present ?? {};
    const { technicianId, start: from, end: to } = now;
    return [{ ...stop, present: { technicianId, from, to, fixed, changeCost, ...(keeps && { keeps }) } }];
  });
  const ids = new Set(stops.map(({ id }) => id));
  const holds = (stopIds: readonly string[]) => stopIds.every((id) => ids.has(id));
  return {
    ...problem,
    technicians: problem.technicians.filter(({ id }) => touched.has(id)),
    stops,
    leftOut: 0,
    dependencies: (problem.dependencies ?? []).filter((one) =>
      holds('stopIds' in one ? one.stopIds : [one.firstId, one.secondId]),
    ),
  };
};

const withoutPresent = ({ present: _present, ...stop }: ProblemStop): ProblemStop => stop;

const changedStops = (before: Solution, after: Solution): string[] => {
  const was = new Map(
    before.routes.flatMap(({ technicianId, stops }) =>
      stops.map(({ stopId, start }) => [stopId, `${technicianId} ${start}`]),
    ),
  );
  return after.routes.flatMap(({ technicianId, stops }) =>
    stops
      .filter(({ stopId, start }) => was.has(stopId) && was.get(stopId) !== `${technicianId} ${start}`)
      .map(({ stopId }) => stopId),
  );
};
