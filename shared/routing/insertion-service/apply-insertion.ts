import type { Problem, ProblemStop } from '../problem.ts';
import type { Route, Solution, SolutionReturn, SolutionStop } from '../solution.ts';
import type { Insertion } from './insertion.ts';
import { joinedSolution } from './joined-solution.ts';
import { waysOf } from './ways.ts';

/** The solution with a stop inserted as it was offered: what it pushes begins later, the way after it is another. */
export const applyInsertion = (
  problem: Problem,
  solution: Solution,
  stop: ProblemStop,
  insertion: Insertion,
): Solution => {
  const { technician } = insertion.timeline;
  const routes = solution.routes.map((route) =>
    route.technicianId === technician.id ? withStop(problem, route, stop, insertion) : route,
  );
  return joinedSolution(problem, routes, solution.unassigned);
};

const withStop = (problem: Problem, route: Route, stop: ProblemStop, insertion: Insertion): Route => {
  const { timeline, position, movedBreaks } = insertion;
  const pushed = new Map(insertion.moved.map(({ stopId, start }) => [stopId, start]));
  const before = timeline.visits.slice(0, position).findLast(({ place }) => place >= 0);
  const after = timeline.visits.slice(position).find(({ place }) => place >= 0);
  const here = wayOf(problem, insertion, before?.place ?? timeline.startPlace, stop.place);
  const stops = [
    ...route.stops.map((each): SolutionStop => {
      const start = pushed.get(each.stopId) ?? each.start;
      const onward = each.stopId === after?.stop?.id ? wayOf(problem, insertion, stop.place, after.place) : {};
      return { ...each, start, end: start + each.end - each.start, ...onward };
    }),
    { stopId: stop.id, start: insertion.start, end: insertion.end, ...here },
  ].sort((a, b) => a.start - b.start);
  const returns = returnsOf(problem, route, insertion, after ? undefined : stop.place);
  const ways = [...stops, ...(route.pickups ?? []), ...returns];
  const later = (start: number) => movedBreaks.find(({ from }) => from === start)?.start ?? start;
  return {
    ...route,
    stops,
    ...(route.breakAt !== undefined && { breakAt: later(route.breakAt) }),
    ...(route.breaks && { breaks: route.breaks.map((each) => ({ ...each, start: later(each.start) })) }),
    ...(returns.length > 0 && { returns }),
    travelSeconds: ways.reduce((sum, { travelSeconds }) => sum + travelSeconds, 0),
    travelMetres: ways.reduce((sum, { travelMetres }) => sum + travelMetres, 0),
  };
};

/** The way home of the shift anew; `lastPlace` where the stop is its last. */
const returnsOf = (
  problem: Problem,
  { returns = [] }: Route,
  insertion: Insertion,
  lastPlace: number | undefined,
): SolutionReturn[] => {
  const { timeline, shiftEndsAt: at } = insertion;
  const { shift, endPlace } = timeline;
  if (endPlace < 0) return [...returns];
  const last = lastPlace ?? timeline.visits.findLast(({ place }) => place >= 0)?.place ?? timeline.startPlace;
  const others = returns.filter((each) => each.shift !== shift);
  return [...others, { shift, at, ...wayOf(problem, insertion, last, endPlace) }].sort((a, b) => a.shift - b.shift);
};

const wayOf = (
  problem: Problem,
  { timeline: { technician } }: Insertion,
  from: number,
  to: number,
): { travelSeconds: number; travelMetres: number } => {
  const profile = technician.profile === undefined ? undefined : problem.profiles?.get(technician.profile)?.matrices[0];
  const { metres, size } = profile ?? problem.matrix;
  return { travelSeconds: waysOf(problem)(technician, from, to), travelMetres: metres[from * size + to] ?? 0 };
};
