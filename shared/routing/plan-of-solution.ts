import { addSeconds } from '../geo/instant-arithmetic.ts';
import type { PlanFigures, PlannedPickup, PlannedRoute, PlannedStop, PlanUnassigned } from '../model/plan.ts';
import { appointmentIdOf, isCrewPartner } from './crew-partner.ts';
import { explainStop } from './explain/explain-stop.ts';
import { unassignedReasons, type ExplainedStop } from './explain/unassigned-reasons.ts';
import { timelinesOf, type Timeline } from './insertion-service/timeline.ts';
import { planChangeOf } from './plan-change.ts';
import { plannedCostsOf, type PlannedCosts } from './planned-costs.ts';
import type { Problem, ProblemStop } from './problem.ts';
import type { Route, Solution, SolutionPickup, SolutionStop } from './solution.ts';

export interface PlanOutcome {
  readonly routes: PlannedRoute[];
  readonly unassigned: PlanUnassigned[];
  readonly unassignedTotal: number;
  /** What found no place and is tried on a later day. */
  readonly carried: number;
  readonly before: PlanFigures;
  readonly after: PlanFigures;
}

/** Limit of the model: what people look at. */
const mostUnassigned = 1000;
/** Of so many it is told what would let them in; a dispatcher works from the most urgent on. */
const mostExplained = 40;

/**
 * A solution in the words of a Plan, beside the day as it stands (`standingSolution`) for comparison. Of what found no
 * place only that is told which may not wait for a later day.
 */
export const planOfSolution = (
  problem: Problem,
  standing: Solution,
  solution: Solution,
  mayWait: ReadonlySet<string> = new Set(),
): PlanOutcome => {
  const final = unassignedReasons(problem, solution.routes).filter(({ stopId }) => !mayWait.has(stopId));
  const costs = plannedCostsOf(problem, solution);
  const routes = solution.routes.filter(({ stops }) => stops.length > 0);
  return {
    routes: routes.map((route) => plannedRoute(problem, route, costs)),
    unassigned: unassignedOf(problem, solution, byUrgency(problem, final).slice(0, mostUnassigned)),
    unassignedTotal: final.length + problem.leftOut,
    carried: solution.unassigned.length - final.length,
    before: figuresOf(standing),
    after: figuresOf(solution),
  };
};

const figuresOf = ({ routes, figures: { scheduled, late, travelSeconds, travelMetres } }: Solution): PlanFigures => ({
  scheduled: scheduled - joinedCrews(routes),
  late,
  travelSeconds,
  travelMetres,
});

/** Who joins a crew does no appointment more. */
const joinedCrews = (routes: readonly Route[]): number =>
  new Set(routes.flatMap(({ stops }) => stops.map(({ stopId }) => stopId)).filter(isCrewPartner)).size;

const plannedRoute = (problem: Problem, route: Route, costs: PlannedCosts): PlannedRoute => {
  const stops = new Map(problem.stops.map((stop) => [stop.id, stop]));
  const pickups = (route.pickups ?? []).flatMap((one) => plannedPickup(problem, one));
  return {
    technicianId: route.technicianId,
    stops: route.stops.flatMap((planned) => {
      const stop = stops.get(planned.stopId);
      return stop ? [{ ...plannedStop(problem, route, planned, stop), ...costs.ofStop(route, stop.id) }] : [];
    }),
    ...(pickups.length > 0 && { pickups }),
    travelSeconds: route.travelSeconds,
    travelMetres: route.travelMetres,
    ...costs.ofRoute(route),
  };
};

/** Of two sources at one place the first counts, as the checker reads it. */
const plannedPickup = ({ startAt, partPickups = [] }: Problem, pickup: SolutionPickup): PlannedPickup[] => {
  const { stopId, partId, place, quantity, start, end, travelSeconds, travelMetres } = pickup;
  const source = partPickups.find((each) => each.partId === partId && each.place === place)?.source;
  if (!source || stopId === undefined) return [];
  const planned = { plannedStartAt: addSeconds(startAt, start), plannedEndAt: addSeconds(startAt, end) };
  return [{ appointmentId: stopId, partId, quantity, ...source, ...planned, travelSeconds, travelMetres }];
};

const plannedStop = ({ startAt }: Problem, route: Route, planned: SolutionStop, stop: ProblemStop): PlannedStop => ({
  appointmentId: appointmentIdOf(planned.stopId),
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

const byUrgency = ({ stops }: Problem, unassigned: readonly ExplainedStop[]): ExplainedStop[] => {
  const byId = new Map(stops.map((stop) => [stop.id, stop]));
  const urgencyOf = (stopId: string) => byId.get(stopId) ?? { priority: 9, due: 0 };
  return [...unassigned].sort((a, b) => {
    const [one, other] = [urgencyOf(a.stopId), urgencyOf(b.stopId)];
    return one.priority - other.priority || one.due - other.due || (a.stopId < b.stopId ? -1 : 1);
  });
};

const unassignedOf = (problem: Problem, solution: Solution, stops: readonly ExplainedStop[]): PlanUnassigned[] => {
  const timelines = stops.length === 0 ? [] : timelinesOf(problem, solution);
  return stops.map(({ stopId, reasons }, index) => {
    const [cheapest] = index < mostExplained ? changesOf(problem, solution, stopId, timelines) : [];
    return {
      appointmentId: appointmentIdOf(stopId),
      reasons: reasons.map((reason) => ({ ...reason })),
      ...(cheapest && { change: planChangeOf(problem, cheapest) }),
    };
  });
};

/** Who joins a crew comes when the others do. */
const changesOf = (problem: Problem, solution: Solution, stopId: string, timelines: readonly Timeline[]) =>
  explainStop(problem, solution, stopId, timelines).changes.filter(
    ({ change }) => change.kind !== 'window' || !isCrewPartner(stopId),
  );
