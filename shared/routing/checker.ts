import { checkedDayOf, type CheckedDay } from './check/checked-day.ts';
import { checkBlocks } from './check/check-blocks.ts';
import { checkBreaks } from './check/check-breaks.ts';
import { checkCompleteness } from './check/check-completeness.ts';
import { checkCrewParts } from './check/check-crew-parts.ts';
import { checkDependencies } from './check/check-dependencies.ts';
import { checkDurations } from './check/check-durations.ts';
import { checkFigures } from './check/check-figures.ts';
import { checkLoads } from './check/check-loads.ts';
import { checkLocks } from './check/check-locks.ts';
import { checkMaxima } from './check/check-maxima.ts';
import { checkParts } from './check/check-parts.ts';
import { checkPickups } from './check/check-pickups.ts';
import { checkShifts } from './check/check-shifts.ts';
import { checkSkills } from './check/check-skills.ts';
import { checkTechnicians } from './check/check-technicians.ts';
import { checkUrgentFirst } from './check/check-urgent-first.ts';
import { checkWays } from './check/check-ways.ts';
import { checkWindows } from './check/check-windows.ts';
import type { Problem } from './problem.ts';
import type { Route, Solution } from './solution.ts';
import { broken, type Violation } from './violation.ts';

/** What must hold in one route, and what must hold in the whole. */
const routeChecks: readonly ((day: CheckedDay) => Violation[])[] = [
  checkLocks,
  checkTechnicians,
  checkSkills,
  checkDurations,
  checkWindows,
  checkShifts,
  checkBlocks,
  checkParts,
  checkWays,
  checkBreaks,
  checkLoads,
  checkMaxima,
  checkUrgentFirst,
];
const planChecks: readonly ((problem: Problem, solution: Solution) => Violation[])[] = [
  checkCompleteness,
  checkDependencies,
  checkCrewParts,
  checkPickups,
  checkFigures,
];

/**
 * Every constraint that a solution breaks, found from the problem alone: it shares no code with the solver, so that an
 * error there cannot hide itself here. What stood before and was not touched is not judged; it was a person's decision.
 */
export const checkSolution = (problem: Problem, solution: Solution): Violation[] => [
  ...planChecks.flatMap((check) => check(problem, solution)),
  ...solution.routes.flatMap((route) => checkRoute(problem, route)),
];

const checkRoute = (problem: Problem, route: Route): Violation[] => {
  const { technicianId } = route;
  const technician = problem.technicians.find(({ id }) => id === technicianId);
  if (!technician) return [broken('unknown-technician', `${technicianId} is not in the problem`, { technicianId })];
  const day = checkedDayOf(problem, technician, route);
  return routeChecks.flatMap((check) => check(day));
};
