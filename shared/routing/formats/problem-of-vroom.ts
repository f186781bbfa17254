import type { TravelMatrix } from '../../geo/travel-model.ts';
import type { Problem } from '../problem.ts';
import { locksOfVroom } from './locks-of-vroom.ts';
import { matrixOfVroom, nowhereOf } from './matrix-of-vroom.ts';
import { startAt } from './plain-stop.ts';
import { read, refuse, type Reading } from './reading.ts';
import { stopOfVroom, valuesOf } from './stop-of-vroom.ts';
import { technicianOfVroom } from './technician-of-vroom.ts';
import type { VroomInput, VroomVehicle } from './vroom-schema.ts';

type Matrices = ReadonlyMap<string, TravelMatrix>;

const usualProfile = 'car';

/** VROOM's input as a problem; ids are VROOM's numbers as words. */
export const problemOfVroom = (input: VroomInput): Reading<Problem> => {
  const matrices = matricesOf(input);
  if (!matrices.ok) return matrices;
  const wrong = whatIsWrong(input, matrices.value);
  return wrong ? refuse('not-readable', wrong) : problemOf(input, matrices.value);
};

const matricesOf = (input: VroomInput): Reading<Matrices> => {
  const matrices = new Map<string, TravelMatrix>();
  for (const [name, each] of Object.entries(input.matrices)) {
    const matrix = matrixOfVroom(name, each);
    if (!matrix.ok) return matrix;
    matrices.set(name, matrix.value);
  }
  if (new Set([...matrices.values()].map(({ size }) => size)).size > 1) {
    return refuse('not-supported', 'matrices of different sizes');
  }
  return read(matrices);
};

const profileOf = ({ profile = usualProfile }: VroomVehicle): string => profile;

const whatIsWrong = ({ jobs, vehicles }: VroomInput, matrices: Matrices): string | undefined => {
  const lacking = vehicles.find((vehicle) => !matrices.has(profileOf(vehicle)));
  if (lacking) return `there is no matrices.${profileOf(lacking)} for vehicle ${lacking.id}`;
  const last = Math.min(...[...matrices.values()].map(nowhereOf)) - 1;
  const isOutside = (index: number | undefined) => index !== undefined && (index < 0 || index > last);
  const job = jobs.find((each) => isOutside(each.location_index));
  if (job) return `job ${job.id} has a location_index outside of the matrix`;
  const vehicle = vehicles.find((each) => isOutside(each.start_index) || isOutside(each.end_index));
  if (vehicle) return `vehicle ${vehicle.id} starts or ends outside of the matrix`;
  if (new Set(jobs.map(({ id }) => id)).size < jobs.length) return 'two jobs have the same id';
  if (new Set(vehicles.map(({ id }) => id)).size < vehicles.length) return 'two vehicles have the same id';
  return undefined;
};

const problemOf = (input: VroomInput, matrices: Matrices): Reading<Problem> => {
  const [usual, ...others] = [...new Set(input.vehicles.map(profileOf))];
  const matrix = matrices.get(usual ?? usualProfile);
  if (!matrix) return refuse('not-readable', 'there is no matrix');
  const matrixOf = (vehicle: VroomVehicle) => matrices.get(profileOf(vehicle)) ?? matrix;
  const locks = locksOfVroom(input, matrixOf);
  const values = valuesOf(input);
  const isPriced = input.vehicles.some(({ costs }) => costs !== undefined);
  const profileIfOther = (vehicle: VroomVehicle) => (profileOf(vehicle) === usual ? undefined : profileOf(vehicle));
  return read({
    startAt,
    technicians: input.vehicles.map((each) => technicianOfVroom(each, matrixOf(each), isPriced, profileIfOther(each))),
    stops: input.jobs.map((job) => stopOfVroom(job, input, values, locks.get(job.id))),
    leftOut: 0,
    matrix,
    ...(others.length > 0 && {
      profiles: new Map(others.flatMap((name) => profileEntry(name, matrices.get(name)))),
    }),
    startGrainSeconds: 1,
  });
};

const profileEntry = (name: string, matrix: TravelMatrix | undefined) =>
  matrix ? [[name, { matrices: [matrix] }] as const] : [];
