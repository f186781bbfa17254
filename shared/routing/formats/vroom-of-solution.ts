import { unassignedReasons, type ExplainedStop } from '../explain/unassigned-reasons.ts';
import type { Problem } from '../problem.ts';
import type { Route, Solution } from '../solution.ts';
import type { VroomInput } from './vroom-schema.ts';

interface Step {
  type: 'start' | 'job' | 'break' | 'end';
  id?: number;
  location_index?: number;
  arrival: number;
  service?: number;
}

/** VROOM's output, as far as its readers need it; `reasons` of what is unassigned are ours. */
export interface VroomOutput {
  code: 0;
  summary: { cost: number; routes: number; unassigned: number; duration: number; distance: number; priority: number };
  unassigned: { id: number; type: 'job'; reasons: ExplainedStop['reasons'] }[];
  routes: { vehicle: number; duration: number; distance: number; steps: Step[] }[];
}

/** A solution of a problem that was read by `problemOfVroom` from `input`. Vehicles without jobs have no route. */
export const vroomOfSolution = (
  problem: Problem,
  solution: Solution,
  { vehicles }: Pick<VroomInput, 'vehicles'>,
): VroomOutput => {
  const breakIds = new Map(vehicles.map(({ id, breaks = [] }) => [String(id), breaks.map((each) => each.id)]));
  const used = solution.routes.filter(({ stops }) => stops.length > 0);
  const values = new Map(problem.stops.map(({ id, value = 0 }) => [id, value]));
  const done = used.flatMap(({ stops }) => stops.map(({ stopId }) => values.get(stopId) ?? 0));
  return {
    code: 0,
    summary: {
      cost: solution.figures.travelSeconds,
      routes: used.length,
      unassigned: solution.unassigned.length,
      duration: solution.figures.travelSeconds,
      distance: solution.figures.travelMetres,
      priority: sum(done),
    },
    unassigned: unassignedReasons(problem, solution.routes).map(({ stopId, reasons }) => ({
      id: Number(stopId),
      type: 'job',
      reasons,
    })),
    routes: used.map((route) => routeOf(problem, route, breakIds.get(route.technicianId) ?? [])),
  };
};

const routeOf = (problem: Problem, route: Route, breakIds: readonly number[]): VroomOutput['routes'][number] => {
  const technician = problem.technicians.find(({ id }) => id === route.technicianId);
  const places = new Map(problem.stops.map(({ id, place }) => [id, place]));
  const jobs = route.stops.map(({ stopId, start, end }): Step => {
    const index = places.get(stopId);
    return {
      type: 'job',
      id: Number(stopId),
      ...(index !== undefined && { location_index: index }),
      arrival: start,
      service: end - start,
    };
  });
  const from = technician?.availableFrom ?? 0;
  const back = route.returns?.[0]?.at ?? route.stops.at(-1)?.end ?? from;
  return {
    vehicle: Number(route.technicianId),
    duration: route.travelSeconds,
    distance: route.travelMetres,
    steps: [
      { type: 'start', arrival: from },
      ...[...jobs, ...breaksOf(route, breakIds)].sort((a, b) => a.arrival - b.arrival),
      { type: 'end', arrival: back },
    ],
  };
};

const breaksOf = ({ breakAt, breaks = [] }: Route, breakIds: readonly number[]): Step[] => {
  const all = [...(breakAt === undefined ? [] : [{ index: 0, start: breakAt }]), ...breaks];
  return all.flatMap(({ index, start }) => {
    const id = breakIds[index];
    return id === undefined ? [] : [{ type: 'break', id, arrival: start } as const];
  });
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
