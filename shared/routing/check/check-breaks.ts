import type { ProblemBreak } from '../problem.ts';
import { broken, type Violation } from '../violation.ts';
import type { CheckedDay, CheckedShift, Visit } from './checked-day.ts';
import { breaksIn, freeFrom, gapsOf, waysThrough, type Gap, type TakenBreak } from './gap.ts';
import { takenBreaksOf } from './taken-breaks.ts';

/** Breaks are taken in their time, one after the other; none lacks where what stood before left room for it. */
export const checkBreaks = (day: CheckedDay): Violation[] => {
  const where = { technicianId: day.technician.id };
  const taken = takenBreaksOf(day);
  const gaps = gapsOf(day);
  const told = [day.route.breakAt, ...(day.route.breaks ?? []).map(({ start }) => start)].filter(
    (start) => start !== undefined,
  );
  const unknown = told.length > taken.length ? [broken('break-lacking', 'a break that no rule asks for', where)] : [];
  const misplaced = taken.filter((one) => !isWellPlaced(day, gaps, one, taken));
  const lacking = [...dueByRule(day), ...day.shifts.flatMap((shift) => dueInShift(day, shift))];
  return [
    ...unknown,
    ...misplaced.map(({ start }) => broken('break-lacking', `no room for a break at ${start}`, where)),
    ...lacking.map(({ earliest }) =>
      broken('break-lacking', `no break from ${earliest} on, though there was room for one`, where),
    ),
  ];
};

const isWellPlaced = (
  day: CheckedDay,
  gaps: readonly Gap[],
  one: TakenBreak,
  taken: readonly TakenBreak[],
): boolean => {
  const { rule, start } = one;
  if (start < rule.earliest || start > rule.latest) return false;
  const end = start + rule.durationSeconds;
  if (taken.some((other) => other !== one && other.start < end && start < other.start + other.rule.durationSeconds)) {
    return false;
  }
  return gaps.some((gap) => {
    if (!breaksIn(gap, [one]).length) return false;
    const isLast = gap.until === Infinity || gap.target === undefined;
    const isFree = isLast && one.rule.place === undefined;
    return isFree || waysThrough(day, gap, breaksIn(gap, taken)).length > 0;
  });
};

const dueByRule = (day: CheckedDay): ProblemBreak[] => {
  const { breakRule: rule, shifts } = day.technician;
  if (!rule || day.route.breakAt !== undefined || shifts.some(({ breaks }) => breaks)) return [];
  return day.shifts.some(({ isTouched }) => isTouched) && hadRoom(day, undefined, rule) ? [rule] : [];
};

const dueInShift = (day: CheckedDay, shift: CheckedShift): ProblemBreak[] =>
  (shift.shift.breaks ?? []).filter(
    (rule, index) =>
      shift.isTouched &&
      !day.route.breaks?.some((each) => each.shift === shift.index && each.index === index) &&
      hadRoom(day, shift.index, rule),
  );

/** Whether the day as it stood before had time for the break, in one shift or, where a rule counts for all, anywhere. */
const hadRoom = (day: CheckedDay, shift: number | undefined, rule: ProblemBreak): boolean => {
  const stood = day.shifts.map((each) => ({ ...each, visits: each.visits.filter(isStanding), back: undefined }));
  const [first] = stood;
  const whole = first && { ...first, visits: stood.flatMap(({ visits }) => visits) };
  const standing = { ...day, shifts: shift === undefined && whole ? [whole] : stood };
  return gapsOf(standing).some((gap) => {
    if (shift !== undefined && gap.shift.index !== shift) return false;
    const start = Math.max(freeFrom(gap), rule.earliest);
    const end = start + rule.durationSeconds;
    if (start > rule.latest || end > Math.min(gap.until, endOfShift(gap, shift))) return false;
    return gap.until === Infinity || waysThrough(standing, gap, [{ rule, start }]).length > 0;
  });
};

const isStanding = ({ checked, pickup }: Visit): boolean => checked?.untouched !== false && !pickup;

const endOfShift = (gap: Gap, shift: number | undefined): number =>
  shift === undefined ? Infinity : (gap.shift.shift.overtimeUntil ?? gap.shift.shift.to);
