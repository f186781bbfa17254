import type { Problem, ProblemStop } from './problem.ts';

/** A stop without the parts that could be fetched on the way: those do not keep it from anybody. */
export const withoutFetchable = (
  { partPickups = [] }: Pick<Problem, 'partPickups'>,
  stop: ProblemStop,
): ProblemStop => ({
  ...stop,
  parts: stop.parts.filter(
    ({ partId, quantity }) => !partPickups.some((one) => one.partId === partId && one.quantity >= quantity),
  ),
});
