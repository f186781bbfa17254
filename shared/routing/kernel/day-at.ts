import type { Problem, TimeSpan } from '../problem.ts';

const daySeconds = 86_400;

/** The day that a moment lies in: from its first second to its last. */
export const dayAt = ({ dayStarts }: Pick<Problem, 'dayStarts'>, at: number): TimeSpan => {
  if (!dayStarts) {
    const from = Math.floor(at / daySeconds) * daySeconds;
    return { from, to: from + daySeconds - 1 };
  }
  const from = dayStarts.findLast((start) => start <= at) ?? -Infinity;
  const next = dayStarts.find((start) => start > at) ?? Infinity;
  return { from, to: next - 1 };
};
