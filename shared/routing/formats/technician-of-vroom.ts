import type { TravelMatrix } from '../../geo/travel-model.ts';
import type { ProblemShift, ProblemTechnician, TechnicianRates } from '../problem.ts';
import { nowhereOf } from './matrix-of-vroom.ts';
import { never, plainTechnician } from './plain-stop.ts';
import type { VroomVehicle } from './vroom-schema.ts';

/** Makes an hour's and a kilometre's cost whole numbers for a second and a metre. */
export const costScale = 18_000;
const hourSeconds = 3600;
const kilometreMetres = 1000;

/** A vehicle as a technician. Without an end he stays at his last job; without a start the way to the first costs nothing. */
export const technicianOfVroom = (
  vehicle: VroomVehicle,
  matrix: TravelMatrix,
  isPriced: boolean,
  profile: string | undefined,
): ProblemTechnician => {
  const [from, to] = vehicle.time_window ?? [0, never];
  const breaks = breaksOf(vehicle);
  const shift: ProblemShift = { from, to, ...(breaks.length > 1 && { breaks }) };
  const [only, another] = breaks;
  const { capacity, max_tasks: tasks, max_travel_time: travel, max_distance: distance } = vehicle;
  return {
    ...plainTechnician({
      id: String(vehicle.id),
      startPlace: vehicle.start_index ?? nowhereOf(matrix),
      shifts: [shift],
    }),
    ...(vehicle.end_index !== undefined && { endPlace: vehicle.end_index }),
    ...(only && !another && { breakRule: only }),
    skills: (vehicle.skills ?? []).map((skill) => ({ skillId: String(skill), level: 1 })),
    ...(vehicle.speed_factor !== undefined && { travelPercent: Math.round(100 / vehicle.speed_factor) }),
    ...(isPriced && { rates: ratesOf(vehicle) }),
    ...(tasks !== undefined && { maxStopsPerShift: tasks }),
    ...(travel !== undefined && { maxTravelSecondsPerShift: travel }),
    ...(distance !== undefined && { maxMetresPerShift: distance }),
    ...(capacity && { capacity }),
    ...(profile !== undefined && { profile }),
  };
};

const breaksOf = ({ breaks = [] }: VroomVehicle): Required<ProblemShift>['breaks'] =>
  breaks.flatMap(({ service = 0, time_windows: [window] }) =>
    window ? [{ earliest: window[0], latest: window[1], durationSeconds: service }] : [],
  );

const ratesOf = ({ costs = {} }: VroomVehicle): TechnicianRates => ({
  perUse: (costs.fixed ?? 0) * costScale,
  perTravelSecond: ((costs.per_hour ?? hourSeconds) * costScale) / hourSeconds,
  perServiceSecond: ((costs.per_task_hour ?? 0) * costScale) / hourSeconds,
  perMetre: ((costs.per_km ?? 0) * costScale) / kilometreMetres,
});
