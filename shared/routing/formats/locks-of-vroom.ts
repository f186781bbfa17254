import type { TravelMatrix } from '../../geo/travel-model.ts';
import type { PresentAssignment } from '../problem.ts';
import type { VroomInput, VroomJob, VroomVehicle } from './vroom-schema.ts';

/**
 * Where a vehicle's steps put its jobs, by job: a step keeps vehicle and position, one with `service_at` its time too. Times
 * of the others are those of a walk through the steps as early as can be.
 */
export const locksOfVroom = (
  { vehicles, jobs }: VroomInput,
  matrixOf: (vehicle: VroomVehicle) => TravelMatrix,
): Map<number, PresentAssignment> => {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  return new Map(vehicles.flatMap((vehicle) => locksOf(vehicle, byId, matrixOf(vehicle))));
};

const locksOf = (
  vehicle: VroomVehicle,
  jobs: ReadonlyMap<number, VroomJob>,
  { seconds, size }: TravelMatrix,
): (readonly [number, PresentAssignment])[] => {
  let free = vehicle.time_window?.[0] ?? 0;
  let place = vehicle.start_index;
  const steps = (vehicle.steps ?? []).filter(({ type }) => type === 'job');
  return steps.flatMap(({ id, service_at: told }, position) => {
    const job = id === undefined ? undefined : jobs.get(id);
    if (!job) return [];
    const leg = place === undefined ? 0 : (seconds[place * size + job.location_index] ?? 0);
    const from = told ?? Math.max(free + leg, job.time_windows?.[0]?.[0] ?? 0);
    free = from + (job.service ?? 0);
    place = job.location_index;
    const fixed = told !== undefined;
    const technicianId = String(vehicle.id);
    return [[job.id, { technicianId, from, to: free, fixed, keeps: { technician: true, position } }] as const];
  });
};
