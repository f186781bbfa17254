import type { Problem, ProblemStop, StopDependency } from '../problem.ts';

const mark = '\u0000';

/** A problem in which a crew's stop is as many stops as it has members, at one time and of different technicians. */
export const withoutCrews = (problem: Problem): Problem => {
  if (problem.stops.every(({ crewSize = 1 }) => crewSize === 1)) return problem;
  const together: StopDependency[] = [];
  const stops = problem.stops.flatMap((stop): ProblemStop[] => {
    const { crewSize = 1 } = stop;
    if (crewSize === 1) return [stop];
    const members = Array.from({ length: crewSize }, (_, index) => (index === 0 ? stop.id : stop.id + mark + index));
    together.push({ kind: 'same-time', stopIds: members });
    const { present: _present, ...rest } = stop;
    return members.map((id, index) => ({
      ...(index === 0 ? stop : rest),
      id,
      ...(stop.value !== undefined && { value: index === 0 ? stop.value : 0 }),
      // Parts are needed once, by whoever comes first in the list.
      parts: index === 0 ? stop.parts : [],
    }));
  });
  return { ...problem, stops, dependencies: [...(problem.dependencies ?? []), ...together] };
};

/** The stop that a member stands for. */
export const stopIdOf = (id: string): string => id.split(mark)[0] ?? id;
