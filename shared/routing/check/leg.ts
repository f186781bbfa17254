import type { Problem, ProblemTechnician } from '../problem.ts';

/** A way as it was told or as it should be. */
export interface Leg {
  readonly seconds: number;
  readonly metres: number;
}

/** What a way may take that is begun in a span of time: one leg, or one for each period of the day that the span meets. */
export const legsOf = (
  problem: Problem,
  { profile, travelPercent = 100 }: ProblemTechnician,
  [from, to]: readonly [number, number],
  [earliest, latest]: readonly [number, number],
): Leg[] => {
  const travel = profile === undefined ? undefined : problem.profiles?.get(profile);
  const matrices = travel?.matrices ?? [problem.matrix];
  const begins = travel?.from ?? [];
  return matrices.flatMap((matrix, period) => {
    const begin = period === 0 ? -Infinity : (begins[period] ?? -Infinity);
    const end = begins[period + 1] ?? Infinity;
    if (matrices.length > 1 && (begin > Math.max(earliest, latest) || end <= earliest)) return [];
    const cell = from * matrix.size + to;
    const seconds = matrix.seconds[cell] ?? 0;
    const paced = travelPercent === 100 ? seconds : Math.round((seconds * travelPercent) / 100);
    return [{ seconds: paced, metres: matrix.metres[cell] ?? 0 }];
  });
};
