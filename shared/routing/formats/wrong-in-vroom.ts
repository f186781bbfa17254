import type { TravelMatrix } from '../../geo/travel-model.ts';
import { nowhereOf } from './matrix-of-vroom.ts';
import { refuse, type Reading } from './reading.ts';
import type { VroomInput, VroomVehicle } from './vroom-schema.ts';

type Refusal = Extract<Reading<never>, { ok: false }>;
type Matrices = ReadonlyMap<string, TravelMatrix>;

/** What a file says that cannot be, or that would be passed over in silence though each field alone is understood. */
export const wrongInVroom = (input: VroomInput, matrices: Matrices): Refusal | undefined => {
  const unserved = input.vehicles.map(unservedOf).find((one) => one !== undefined);
  if (unserved) return refuse('not-supported', unserved);
  const wrong = wrongIds(input) ?? wrongPlaces(input, matrices) ?? input.vehicles.map(lackOf(input)).find(Boolean);
  return wrong === undefined ? undefined : refuse('not-readable', wrong);
};

export const usualProfile = 'car';
export const profileOf = ({ profile = usualProfile }: VroomVehicle): string => profile;

const unservedOf = ({ id, start, start_index, end, end_index, steps = [] }: VroomVehicle): string | undefined => {
  if (start && start_index === undefined) return `not supported: start of vehicle ${id} without start_index`;
  if (end && end_index === undefined) return `not supported: end of vehicle ${id} without end_index`;
  const timed = steps.find(({ type, service_at }) => type !== 'job' && service_at !== undefined);
  return timed && `not supported: service_at of a ${timed.type} in the steps of vehicle ${id}`;
};

const wrongIds = ({ jobs, vehicles }: VroomInput): string | undefined => {
  const known = new Set(jobs.map(({ id }) => id));
  if (known.size < jobs.length) return 'two jobs have the same id';
  if (new Set(vehicles.map(({ id }) => id)).size < vehicles.length) return 'two vehicles have the same id';
  const named = vehicles.flatMap(({ steps = [] }) => steps.filter(({ type }) => type === 'job').map(({ id }) => id));
  const unknown = named.find((id) => id === undefined || !known.has(id));
  if (named.some((id) => id === undefined || !known.has(id))) return `a step names job ${unknown ?? 'without an id'}`;
  return new Set(named).size < named.length ? 'two steps name the same job' : undefined;
};

const wrongPlaces = ({ jobs, vehicles }: VroomInput, matrices: Matrices): string | undefined => {
  const lacking = vehicles.find((vehicle) => !matrices.has(profileOf(vehicle)));
  if (lacking) return `there is no matrices.${profileOf(lacking)} for vehicle ${lacking.id}`;
  const last = Math.min(...[...matrices.values()].map(nowhereOf)) - 1;
  const isOutside = (index: number | undefined) => index !== undefined && (index < 0 || index > last);
  const job = jobs.find((each) => isOutside(each.location_index));
  if (job) return `job ${job.id} has a location_index outside of the matrix`;
  const vehicle = vehicles.find((each) => isOutside(each.start_index) || isOutside(each.end_index));
  return vehicle && `vehicle ${vehicle.id} starts or ends outside of the matrix`;
};

/** Metres that count must be told. */
const lackOf =
  ({ matrices }: VroomInput) =>
  (vehicle: VroomVehicle): string | undefined => {
    const profile = profileOf(vehicle);
    if (matrices[profile]?.distances) return undefined;
    const asking = vehicle.max_distance !== undefined ? 'max_distance' : vehicle.costs?.per_km && 'costs.per_km';
    return asking ? `there is no matrices.${profile}.distances for ${asking} of vehicle ${vehicle.id}` : undefined;
  };
