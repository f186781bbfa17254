import type { StopCosts } from '../costs/stop-costs.ts';
import type { ProblemStop, ProblemTechnician } from '../problem.ts';
import type { Route, SolutionStop } from '../solution.ts';
import { loadAfter, loadBefore } from './vroom-loads.ts';
import type { VroomStep } from './vroom-output.ts';
import type { VroomVehicle } from './vroom-schema.ts';

/** A route as it was planned, and what its steps are told with. */
export interface ToldRoute {
  readonly technician: ProblemTechnician;
  readonly route: Route;
  /** Absent in files that have none, such as Solomon's. */
  readonly vehicle: VroomVehicle | undefined;
  /** Of the route, in order. */
  readonly stops: readonly ProblemStop[];
  /** By stop, in the file's unit. */
  readonly costs: ReadonlyMap<string, Pick<StopCosts, 'travel' | 'service'>>;
}

/**
 * The steps of a route in order of time. A break has no place and interrupts the way, of which the rest is driven afterwards. He sets
 * out so late that he does not wait at the first job.
 */
export const vroomSteps = (told: ToldRoute): VroomStep[] => {
  const { technician, vehicle, route } = told;
  const tasks = tasksOf(told);
  const ways = [...route.stops.map(({ travelSeconds }) => travelSeconds), route.returns?.[0]?.travelSeconds ?? 0];
  let left = ways.shift() ?? 0;
  const [first] = tasks;
  let free = Math.max(technician.availableFrom, first?.stop ? first.start - left : technician.availableFrom);
  let driven = 0;
  let load = loadBefore(told.stops);
  const drive = (most: number): number => {
    const part = Math.min(left, most);
    driven += part;
    left -= part;
    return free + part;
  };
  const step = (type: VroomStep['type'], arrival: number, index: number | undefined, more: More = {}): VroomStep => ({
    type,
    ...(index !== undefined && { location_index: index }),
    ...{ arrival, duration: driven, setup: 0, service: 0, waiting_time: 0, ...more },
    ...(load.length > 0 && { load }),
    violations: [],
  });

  const steps = vehicle && vehicle.start_index === undefined ? [] : [step('start', free, vehicle?.start_index)];
  for (const { id, start, setup, service, stop } of tasks) {
    const arrival = drive(stop ? left : Math.max(0, start - free));
    const more = { id, setup, service, waiting_time: start - arrival };
    free = start + setup + service;
    if (stop) {
      load = loadAfter(load, stop);
      left = ways.shift() ?? 0;
    }
    const costs = stop && told.costs.get(stop.id);
    steps.push(step(stop ? 'job' : 'break', arrival, stop?.place, { ...more, ...(costs && { costs }) }));
  }
  const arrival = drive(left);
  return vehicle && vehicle.end_index === undefined ? steps : [...steps, step('end', arrival, vehicle?.end_index)];
};

type More = Partial<Pick<VroomStep, 'id' | 'setup' | 'service' | 'waiting_time' | 'costs'>>;

interface Task {
  readonly id: number;
  readonly start: number;
  readonly setup: number;
  readonly service: number;
  /** Absent of a break. */
  readonly stop?: ProblemStop;
}

const tasksOf = (told: ToldRoute): Task[] => {
  const byId = new Map(told.stops.map((stop) => [stop.id, stop]));
  const jobs = told.route.stops.flatMap((planned) => {
    const stop = byId.get(planned.stopId);
    return stop ? [jobOf(told.technician, planned, stop)] : [];
  });
  return [...jobs, ...breaksOf(told)].sort((a, b) => a.start - b.start);
};

const jobOf = ({ id }: ProblemTechnician, { start, end }: SolutionStop, stop: ProblemStop): Task => {
  const service = stop.durationByTechnician?.get(id) ?? stop.durationSeconds;
  return { id: Number(stop.id), start, setup: end - start - service, service, stop };
};

const breaksOf = ({ route: { breakAt, breaks = [] }, vehicle }: ToldRoute): Task[] => {
  const all = [...(breakAt === undefined ? [] : [{ index: 0, start: breakAt }]), ...breaks];
  return all.flatMap(({ index, start }) => {
    const rule = vehicle?.breaks?.[index];
    return rule ? [{ id: rule.id, start, setup: 0, service: rule.service ?? 0 }] : [];
  });
};
