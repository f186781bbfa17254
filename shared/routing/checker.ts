import { checkRoute } from './check-route.ts';
import type { Problem } from './problem.ts';
import type { Solution } from './solution.ts';
import { broken, type Violation } from './violation.ts';

/**
 * Every constraint that a solution breaks, found from the problem alone: it shares no code with the solver, so that an
 * error there cannot hide itself here. What stood before and was not touched is not judged; it was a person's decision.
 */
export const checkSolution = (problem: Problem, solution: Solution): Violation[] => [
  ...checkCompleteness(problem, solution),
  ...solution.routes.flatMap((route) => checkRoute(problem, route)),
  ...checkFigures(problem, solution),
];

const checkCompleteness = (problem: Problem, solution: Solution): Violation[] => {
  const known = new Map(problem.stops.map((stop) => [stop.id, stop]));
  const seen = new Set<string>();
  const violations: Violation[] = [];
  const see = (stopId: string) => {
    if (!known.has(stopId)) violations.push(broken('unknown-stop', `${stopId} is not in the problem`, { stopId }));
    if (seen.has(stopId)) violations.push(broken('stop-twice', `${stopId} stands twice`, { stopId }));
    seen.add(stopId);
  };
  for (const { stops } of solution.routes) for (const { stopId } of stops) see(stopId);
  for (const { stopId } of solution.unassigned) {
    see(stopId);
    if (known.get(stopId)?.present) {
      violations.push(broken('stop-dropped', `${stopId} stood on the day and was dropped`, { stopId }));
    }
  }
  for (const { id } of problem.stops) {
    if (!seen.has(id))
      violations.push(broken('stop-missing', `${id} is neither planned nor explained`, { stopId: id }));
  }
  return violations;
};

const checkFigures = (problem: Problem, solution: Solution): Violation[] => {
  const due = new Map(problem.stops.map((stop) => [stop.id, stop.due]));
  const counted = { scheduled: 0, late: 0, travelSeconds: 0, travelMetres: 0 };
  const violations: Violation[] = [];
  for (const { technicianId, stops, travelSeconds, travelMetres } of solution.routes) {
    let [seconds, metres] = [0, 0];
    for (const stop of stops) {
      counted.scheduled += 1;
      if (stop.end > (due.get(stop.stopId) ?? Infinity)) counted.late += 1;
      seconds += stop.travelSeconds;
      metres += stop.travelMetres;
    }
    counted.travelSeconds += seconds;
    counted.travelMetres += metres;
    if (seconds !== travelSeconds || metres !== travelMetres) {
      violations.push(broken('wrong-figures', `the ways add up to ${seconds} s and ${metres} m`, { technicianId }));
    }
  }
  const { scheduled, late, travelSeconds, travelMetres } = solution.figures;
  const told = { scheduled, late, travelSeconds, travelMetres };
  if (JSON.stringify(told) !== JSON.stringify(counted)) {
    violations.push(broken('wrong-figures', `counted ${JSON.stringify(counted)}, told ${JSON.stringify(told)}`));
  }
  return violations;
};
