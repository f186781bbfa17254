import type { PresentAssignment, ProblemStop } from '../problem.ts';
import { plainStop } from './plain-stop.ts';
import type { VroomInput, VroomJob } from './vroom-schema.ts';

/** How VROOM's objective is put into ours: of a whole file, since it compares the sum of priorities before the number of jobs. */
export interface VroomValues {
  valueOf(job: VroomJob): number;
  rankOf(job: VroomJob): number;
}

/**
 * Lost priority first. Where jobs without priority exist, the number of jobs left out decides between equals, as VROOM has it; where
 * every job has one, each counts by it alone.
 */
export const valuesOf = ({ jobs }: VroomInput): VroomValues => {
  const priorities = [...new Set(jobs.map(priorityOf))].sort((a, b) => b - a);
  const isWeighed = priorities.every((priority) => priority > 0);
  return {
    valueOf: (job) => (isWeighed ? priorityOf(job) : priorityOf(job) * (jobs.length + 1) + 1),
    rankOf: (job) => priorities.indexOf(priorityOf(job)),
  };
};

const priorityOf = ({ priority = 0 }: VroomJob): number => priority;

/** A job as a stop; `present` is its lock, from a vehicle's steps. */
export const stopOfVroom = (
  job: VroomJob,
  { vehicles }: VroomInput,
  values: VroomValues,
  present: PresentAssignment | undefined,
): ProblemStop => {
  const windows = job.time_windows?.map(([from, to]) => ({ from, to })).sort((a, b) => a.from - b.from);
  const [only, ...others] = windows ?? [];
  const delivery = job.delivery ?? job.amount;
  return {
    ...plainStop({ id: String(job.id), place: job.location_index, durationSeconds: job.service ?? 0 }),
    priority: values.rankOf(job),
    value: values.valueOf(job),
    ...(only && (others.length > 0 ? { windows: [only, ...others] } : { window: only })),
    skills: (job.skills ?? []).map((skill) => ({ skillId: String(skill), level: 1 })),
    ...(job.setup !== undefined && { setupSeconds: job.setup }),
    ...(delivery && { delivery }),
    ...(job.pickup && { pickup: job.pickup }),
    ...(job.service_per_type && { durationByTechnician: durationsOf(job.service_per_type, vehicles) }),
    ...(present && { present }),
  };
};

const durationsOf = (byType: Readonly<Record<string, number>>, vehicles: VroomInput['vehicles']): Map<string, number> =>
  new Map(
    vehicles.flatMap(({ id, type }) => {
      const seconds = type === undefined ? undefined : byType[type];
      return seconds === undefined ? [] : [[String(id), seconds] as const];
    }),
  );
