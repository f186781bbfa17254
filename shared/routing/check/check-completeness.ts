import type { Problem } from '../problem.ts';
import type { Solution } from '../solution.ts';
import { broken, type Violation } from '../violation.ts';

/** Every stop is in one route, or in one for each of its crew, or explained as unassigned; nothing that stood is dropped. */
export const checkCompleteness = (problem: Problem, solution: Solution): Violation[] => {
  const known = new Map(problem.stops.map((stop) => [stop.id, stop]));
  const planned = countsOf(solution.routes.flatMap(({ stops }) => stops));
  const left = countsOf(solution.unassigned);
  const unknown = [...new Set([...planned.keys(), ...left.keys()])].filter((stopId) => !known.has(stopId));
  return [
    ...unknown.map((stopId) => broken('unknown-stop', `${stopId} is not in the problem`, { stopId })),
    ...problem.stops.flatMap(({ id: stopId, crewSize = 1, present }) => {
      const times = planned.get(stopId) ?? 0;
      const out = left.get(stopId) ?? 0;
      if (times === 0 && out === 0)
        return [broken('stop-missing', `${stopId} is neither planned nor explained`, { stopId })];
      if (times > crewSize || out > 1 || (times > 0 && out > 0)) {
        return [broken('stop-twice', `${stopId} stands twice`, { stopId })];
      }
      if (times > 0 && times < crewSize) {
        return [broken('crew-incomplete', `${stopId} has ${times} of ${crewSize}`, { stopId })];
      }
      return out > 0 && present
        ? [broken('stop-dropped', `${stopId} stood on the day and was dropped`, { stopId })]
        : [];
    }),
  ];
};

const countsOf = (stops: readonly { readonly stopId: string }[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const { stopId } of stops) counts.set(stopId, (counts.get(stopId) ?? 0) + 1);
  return counts;
};
