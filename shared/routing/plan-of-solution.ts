import { addSeconds } from '../geo/instant-arithmetic.ts';
import type { Plan, PlannedRoute, PlannedStop } from '../model/plan.ts';
import type { Problem, ProblemStop } from './problem.ts';
import type { Route, Solution, SolutionStop } from './solution.ts';

export type PlanOutcome = Required<Pick<Plan, 'routes' | 'unassigned' | 'unassignedTotal' | 'before' | 'after'>>;

/** Limits of the model: what people look at, and what one item of the table may hold. */
const mostUnassigned = 1000;

/** A solution in the words of a Plan, beside the day as it stands (`standingSolution`) for comparison. */
export const planOfSolution = (problem: Problem, standing: Solution, solution: Solution): PlanOutcome => ({
  routes: solution.routes.filter(({ stops }) => stops.length > 0).map((route) => plannedRoute(problem, route)),
  unassigned: byUrgency(problem, solution).slice(0, mostUnassigned),
  unassignedTotal: solution.unassigned.length + problem.leftOut,
  before: { ...standing.figures },
  after: { ...solution.figures },
});

const plannedRoute = (problem: Problem, route: Route): PlannedRoute => {
  const stops = new Map(problem.stops.map((stop) => [stop.id, stop]));
  return {
    technicianId: route.technicianId,
    stops: route.stops.flatMap((planned) => {
      const stop = stops.get(planned.stopId);
      return stop ? [plannedStop(problem, route, planned, stop)] : [];
    }),
    travelSeconds: route.travelSeconds,
    travelMetres: route.travelMetres,
  };
};

const plannedStop = ({ startAt }: Problem, route: Route, planned: SolutionStop, stop: ProblemStop): PlannedStop => ({
  appointmentId: planned.stopId,
  plannedStartAt: addSeconds(startAt, planned.start),
  plannedEndAt: addSeconds(startAt, planned.end),
  travelSeconds: planned.travelSeconds,
  travelMetres: planned.travelMetres,
  change: changeOf(route, planned, stop),
  appointmentVersion: stop.version,
});

const changeOf = (route: Route, planned: SolutionStop, { present }: ProblemStop): PlannedStop['change'] => {
  if (!present) return 'added';
  return present.technicianId === route.technicianId && present.from === planned.start ? 'kept' : 'moved';
};

const byUrgency = ({ stops }: Problem, { unassigned }: Solution): Plan['unassigned'] => {
  const byId = new Map(stops.map((stop) => [stop.id, stop]));
  const urgencyOf = (stopId: string) => byId.get(stopId) ?? { priority: 9, due: 0 };
  return [...unassigned]
    .sort((a, b) => {
      const [one, other] = [urgencyOf(a.stopId), urgencyOf(b.stopId)];
      return one.priority - other.priority || one.due - other.due || (a.stopId < b.stopId ? -1 : 1);
    })
    .map(({ stopId, reasons }) => ({ appointmentId: stopId, reasons: reasons.map((reason) => ({ ...reason })) }));
};
