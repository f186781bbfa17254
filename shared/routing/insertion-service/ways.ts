import type { Problem, ProblemTechnician } from '../problem.ts';

/** Seconds of travel between two places for a technician; whoever asks cannot tell whether from a matrix or a travel model. */
export type Ways = (technician: ProblemTechnician, from: number, to: number) => number;

const usualPercent = 100;

/** The problem's own ways; where they differ by time of day, those of the first period. */
export const waysOf =
  ({ matrix, profiles }: Problem): Ways =>
  ({ profile, travelPercent = usualPercent }, from, to) => {
    const { seconds, size } = (profile === undefined ? undefined : profiles?.get(profile)?.matrices[0]) ?? matrix;
    const usual = seconds[from * size + to] ?? 0;
    return travelPercent === usualPercent ? usual : Math.round((usual * travelPercent) / usualPercent);
  };
