import * as z from 'zod/mini';
import type { TravelMatrix } from '../../geo/travel-model.ts';
import type { Problem, ProblemStop, ProblemTechnician, StopDependency } from '../problem.ts';
import { never, plainStop, plainTechnician, startAt } from './plain-stop.ts';
import { read, refuse, type Reading } from './reading.ts';
import { refusalOf } from './refusal-of.ts';

const patientSchema = z.object({
  id: z.string(),
  time_window: z.tuple([z.number(), z.number()]),
  required_caregivers: z.array(z.object({ service: z.string(), duration: z.optional(z.number()) })),
  synchronization: z.optional(
    z.object({ type: z.enum(['simultaneous', 'sequential']), distance: z.optional(z.tuple([z.number(), z.number()])) }),
  ),
});

/** The parts of a file that a plan depends on; times are minutes. */
export const hhcrspSchema = z.object({
  distances: z.array(z.array(z.number())),
  central_offices: z.array(z.object({ id: z.string() })),
  patients: z.array(patientSchema),
  caregivers: z.array(z.object({ id: z.string(), abilities: z.array(z.string()) })),
  services: z.array(z.object({ id: z.string(), default_duration: z.number() })),
});
type Instance = z.infer<typeof hhcrspSchema>;
type Patient = z.infer<typeof patientSchema>;

/**
 * Home care routing with services of two carers, at one moment or in order, and soft windows (Ceschia, Di Gaspero, Rosati,
 * Schaerf 2024, doi 10.1111/itor.13585). One second of the problem is one of the file's minutes; a stop's id is `patient/service/n`.
 * The published cost, travel + all tardiness + the highest, stands threefold, as every rate is 1.
 */
export const problemOfHhcrsp = (given: unknown): Reading<Problem> => {
  const parsed = z.safeParse(hhcrspSchema, given);
  if (!parsed.success) return refusalOf(parsed.error);
  const instance = parsed.data;
  if (instance.central_offices.length !== 1) return refuse('not-supported', 'several central offices');
  if (instance.patients.some((patient) => patient.required_caregivers.length > 2)) {
    return refuse('not-supported', 'three carers for one patient');
  }
  return read({
    startAt,
    technicians: instance.caregivers.map(technicianOf),
    stops: instance.patients.flatMap((patient, index) => stopsOf(instance, patient, index + 1)),
    leftOut: 0,
    matrix: matrixOf(instance.distances),
    dependencies: instance.patients.flatMap((patient) => dependencyOf(patient) ?? []),
    preferences: { highestLateness: 1 },
    startGrainSeconds: 1,
  });
};

const matrixOf = (rows: Instance['distances']): TravelMatrix => {
  const seconds = Int32Array.from(rows.flat());
  return { size: rows.length, seconds, metres: seconds };
};

const technicianOf = ({ id, abilities }: Instance['caregivers'][number]): ProblemTechnician => ({
  ...plainTechnician({ id, startPlace: 0, shifts: [{ from: 0, to: never }] }),
  endPlace: 0,
  skills: abilities.map((skillId) => ({ skillId, level: 1 })),
});

const idOf = (patient: Patient, index: number): string =>
  `${patient.id}/${patient.required_caregivers[index]?.service ?? ''}/${index}`;

/** Both services of a patient are late against the same window. */
const stopsOf = (instance: Instance, patient: Patient, place: number): ProblemStop[] =>
  patient.required_caregivers.map(({ service, duration }, index) => {
    const usual = instance.services.find(({ id }) => id === service)?.default_duration ?? 0;
    const durationSeconds = duration ?? usual;
    return {
      ...plainStop({ id: idOf(patient, index), place, durationSeconds }),
      // Some windows lie a rounding error off a minute; the published solutions have them truncated.
      earliest: Math.floor(patient.time_window[0]),
      due: Math.floor(patient.time_window[1]) + durationSeconds,
      latenessPerSecond: 1,
      skills: [{ skillId: service, level: 1 }],
    };
  });

const dependencyOf = (patient: Patient): StopDependency | undefined => {
  if (patient.required_caregivers.length < 2 || !patient.synchronization) return undefined;
  const [firstId, secondId] = [idOf(patient, 0), idOf(patient, 1)];
  const { type, distance } = patient.synchronization;
  if (type === 'simultaneous') return { kind: 'same-time', stopIds: [firstId, secondId] };
  const [minSeconds, maxSeconds] = distance ?? [0, never];
  return { kind: 'after', firstId, secondId, from: 'start', minSeconds, maxSeconds, differentTechnicians: true };
};
