import type { TravelMatrix } from '../../geo/travel-model.ts';
import type { Problem } from '../problem.ts';
import { locksOfVroom } from './locks-of-vroom.ts';
import { matrixOfVroom } from './matrix-of-vroom.ts';
import { startAt } from './plain-stop.ts';
import { read, refuse, type Reading } from './reading.ts';
import { stopOfVroom, valuesOf } from './stop-of-vroom.ts';
import { technicianOfVroom } from './technician-of-vroom.ts';
import type { VroomInput, VroomVehicle } from './vroom-schema.ts';
import { profileOf, usualProfile, wrongInVroom } from './wrong-in-vroom.ts';

type Matrices = ReadonlyMap<string, TravelMatrix>;

/** VROOM's input as a problem; ids are VROOM's numbers as words. */
export const problemOfVroom = (input: VroomInput): Reading<Problem> => {
  const matrices = matricesOf(input);
  if (!matrices.ok) return matrices;
  const wrong = wrongInVroom(input, matrices.value);
  return wrong ?? problemOf(input, matrices.value);
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
