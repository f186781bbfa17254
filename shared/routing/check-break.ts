import { takenOf, type CheckedStop } from './taken-of.ts';
import type { Problem, ProblemTechnician } from './problem.ts';
import type { Route } from './solution.ts';
import { broken, type Violation } from './violation.ts';

/** A break is due on every route where what stood before left room for one. */
export const checkBreak = (
  problem: Problem,
  technician: ProblemTechnician,
  checked: readonly CheckedStop[],
  { breakAt }: Route,
): Violation[] => {
  const rule = technician.breakRule;
  if (!rule) return [];
  const where = { technicianId: technician.id };
  if (breakAt === undefined) {
    const untouched = checked.filter((one) => one.untouched);
    const hadRoom = breakStarts(problem, technician, untouched).length > 0;
    return hadRoom ? [broken('break-lacking', 'no break, though there was room for one', where)] : [];
  }
  const fits = breakStarts(problem, technician, checked).some(({ from, to }) => from <= breakAt && breakAt <= to);
  return fits ? [] : [broken('break-lacking', `no room for a break at ${breakAt}`, where)];
};

/** From when to when a break may begin: inside the rule's time, between two stretches whose way leaves enough over. */
const breakStarts = (
  problem: Problem,
  technician: ProblemTechnician,
  checked: readonly CheckedStop[],
): { from: number; to: number }[] => {
  const rule = technician.breakRule;
  if (!rule) return [];
  const starts: { from: number; to: number }[] = [];
  let free = technician.availableFrom;
  let place = technician.startPlace;
  for (const taken of [...takenOf(technician, checked), undefined]) {
    const leg =
      taken?.place === undefined ? 0 : (problem.matrix.seconds[place * problem.matrix.size + taken.place] ?? 0);
    const until = taken?.from ?? Infinity;
    const from = Math.max(free, rule.earliest);
    const to = Math.min(rule.latest, until - rule.durationSeconds);
    if (from <= to && until - free >= leg + rule.durationSeconds) starts.push({ from, to });
    free = Math.max(free, taken?.to ?? free);
    place = taken?.place ?? place;
  }
  return starts;
};
