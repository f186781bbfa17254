import type { ProblemTechnician } from '../problem.ts';

/** In which shift the one break of a day is taken: where it lies whole, or between that shift and the next; -1: in none. */
export const shiftOfBreak = ({ breakRule, shifts }: ProblemTechnician): number => {
  if (!breakRule) return -1;
  const { earliest, latest, durationSeconds } = breakRule;
  const isWhole = shifts.findIndex(({ from, to }) => from <= earliest && latest + durationSeconds <= to);
  if (isWhole >= 0) return isWhole;
  const isBetween = shifts.findIndex(({ to }, index) => {
    const next = shifts[index + 1];
    const start = Math.max(earliest, to);
    return next !== undefined && start <= latest && start + durationSeconds <= next.from;
  });
  if (isBetween >= 0) return isBetween;
  return shifts.findIndex(({ from, to }) => from <= latest && earliest + durationSeconds <= to);
};
