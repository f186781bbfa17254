import type { CheckedDay } from './checked-day.ts';
import type { TakenBreak } from './gap.ts';

/** The breaks that a route tells of, each with its rule; those of which the problem knows nothing are left out. */
export const takenBreaksOf = ({ route, technician, shifts }: CheckedDay): TakenBreak[] => {
  const rule = technician.breakRule;
  const own = route.breakAt !== undefined && rule ? [{ rule, start: route.breakAt }] : [];
  const byShift = (route.breaks ?? []).flatMap(({ shift, index, start }) => {
    const given = shifts[shift]?.shift.breaks?.[index];
    return given ? [{ rule: given, start }] : [];
  });
  return [...own, ...byShift].sort((a, b) => a.start - b.start);
};
