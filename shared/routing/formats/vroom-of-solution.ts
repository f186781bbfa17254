import { solutionCostsOf } from '../costs/solution-costs.ts';
import type { RouteCosts } from '../costs/route-costs.ts';
import { unassignedReasons } from '../explain/unassigned-reasons.ts';
import type { Problem, ProblemStop } from '../problem.ts';
import type { Route, Solution } from '../solution.ts';
import { costScale } from './technician-of-vroom.ts';
import { deliveredBy, pickedUpBy, plus } from './vroom-loads.ts';
import type { VroomOutput, VroomRoute, VroomTotals } from './vroom-output.ts';
import type { VroomInput, VroomVehicle } from './vroom-schema.ts';
import { vroomSteps } from './vroom-steps.ts';

/** Of the file that was read: its vehicles, and its jobs for their priorities; without them what a stop is worth is told. */
type VroomFile = Pick<VroomInput, 'vehicles'> & Partial<Pick<VroomInput, 'jobs'>>;

/** A solution of a problem that was read by `problemOfVroom` from a file. Vehicles without jobs have no route. */
export const vroomOfSolution = (problem: Problem, solution: Solution, file: VroomFile): VroomOutput => {
  const known = knownOf(problem, solution, file);
  const routes = solution.routes.filter(({ stops }) => stops.length > 0).map((route) => routeOf(known, route));
  return {
    code: 0,
    summary: { ...totalsOf(routes), routes: routes.length, unassigned: solution.unassigned.length },
    unassigned: unassignedReasons(problem, solution.routes).map(({ stopId, reasons }) => ({
      id: Number(stopId),
      type: 'job',
      ...placeOf(known.stops.get(stopId)),
      reasons,
    })),
    routes,
  };
};

interface Known {
  readonly problem: Problem;
  readonly stops: ReadonlyMap<string, ProblemStop>;
  readonly vehicles: ReadonlyMap<string, VroomVehicle>;
  readonly priorities: ReadonlyMap<string, number>;
  readonly costs: ReadonlyMap<string, RouteCosts>;
  /** So many of our costs are one of the file's. */
  readonly scale: number;
}

const knownOf = (problem: Problem, solution: Solution, { vehicles, jobs }: VroomFile): Known => ({
  problem,
  stops: new Map(problem.stops.map((stop) => [stop.id, stop])),
  vehicles: new Map(vehicles.map((vehicle) => [String(vehicle.id), vehicle])),
  priorities: new Map(
    jobs
      ? jobs.map(({ id, priority = 0 }) => [String(id), priority])
      : problem.stops.map(({ id, value = 0 }) => [id, value]),
  ),
  costs: new Map(solutionCostsOf(problem, solution).routes.map((costs) => [costs.technicianId, costs])),
  scale: problem.technicians.some(({ rates }) => rates) ? costScale : 1,
});

const routeOf = (known: Known, route: Route): VroomRoute => {
  const { problem, scale } = known;
  const stops = route.stops.flatMap(({ stopId }) => known.stops.get(stopId) ?? []);
  const technician = problem.technicians.find(({ id }) => id === route.technicianId);
  if (!technician) throw new Error(`There is no technician ${route.technicianId}`);
  const costs = known.costs.get(route.technicianId);
  const told = (cost = 0): number => Math.round((cost / scale) * hundredths) / hundredths;
  const byStop = (costs?.stops ?? []).map(
    ({ stopId, travel, service }) => [stopId, { travel: told(travel), service: told(service) }] as const,
  );
  const vehicle = known.vehicles.get(route.technicianId);
  const steps = vroomSteps({ technician, route, vehicle, stops, costs: new Map(byStop) });
  const sum = (of: 'setup' | 'service' | 'waiting_time') => steps.reduce((total, step) => total + step[of], 0);
  return {
    vehicle: Number(route.technicianId),
    cost: Math.round((costs?.total ?? 0) / scale),
    costs: { fixed: told(costs?.use), travel: told(costs?.travel), service: told(costs?.service) },
    delivery: deliveredBy(stops),
    pickup: pickedUpBy(stops),
    setup: sum('setup'),
    service: sum('service'),
    duration: route.travelSeconds,
    waiting_time: sum('waiting_time'),
    distance: route.travelMetres,
    priority: stops.reduce((total, { id }) => total + (known.priorities.get(id) ?? 0), 0),
    steps,
    violations: [],
  };
};

const hundredths = 100;

const totalsOf = (routes: readonly VroomTotals[]): VroomTotals => {
  const sum = (of: 'cost' | 'setup' | 'service' | 'duration' | 'waiting_time' | 'distance' | 'priority') =>
    routes.reduce((total, route) => total + route[of], 0);
  return {
    cost: sum('cost'),
    delivery: routes.reduce<readonly number[]>((total, { delivery }) => plus(total, delivery), []),
    pickup: routes.reduce<readonly number[]>((total, { pickup }) => plus(total, pickup), []),
    setup: sum('setup'),
    service: sum('service'),
    duration: sum('duration'),
    waiting_time: sum('waiting_time'),
    distance: sum('distance'),
    priority: sum('priority'),
    violations: [],
  };
};

const placeOf = (stop: ProblemStop | undefined) => (stop ? { location_index: stop.place } : {});
