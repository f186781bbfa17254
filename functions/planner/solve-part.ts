import type { Problem } from '../../shared/routing/problem.ts';
import type { Solution } from '../../shared/routing/solution.ts';
import { solve } from '../../shared/routing/solve.ts';

/** Names what finds the routes; a plan that was made by another is not replayed. */
export const solverVersion = 'insertion-1';

export type Solve = (
  problem: Problem,
  options: { readonly seed: number; readonly stop: (rounds: number) => boolean },
) => Solution;

export interface SolvePartOptions {
  readonly seed: number;
  /** So many slices at most. */
  readonly slices: number;
  /** Asked after each slice but the last, with the best so far; false ends it there. */
  readonly goOn: (best: Solution, slices: number) => Promise<boolean>;
  readonly solve?: Solve | undefined;
}
export interface SolvedPart {
  readonly solution: Solution;
  readonly slices: number;
}

const roundsOfSlice = 2;

/**
 * Runs the solver slice by slice, so that between two somebody can be told and can stop it. The same problem, seed and
 * number of slices give the same solution. This is the one place that knows how the solver is called.
 */
export const solvePart = async (problem: Problem, options: SolvePartOptions): Promise<SolvedPart> => {
  const { seed, slices, goOn } = options;
  const slice = (at: number): Solution =>
    (options.solve ?? solve)(problem, { seed: seed + at, stop: (rounds) => rounds >= roundsOfSlice });
  let best = slice(0);
  for (let done = 1; done < slices; done += 1) {
    if (!(await goOn(best, done))) return { solution: best, slices: done };
    const other = slice(done);
    if (isBetter(problem, other, best)) best = other;
  }
  return { solution: best, slices };
};

/** Fewer left out, the most urgent first; then fewer late, then less driving. */
const isBetter = (problem: Problem, one: Solution, than: Solution): boolean => {
  const [a, b] = [worthOf(problem, one), worthOf(problem, than)];
  const at = a.findIndex((figure, index) => figure !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
};

const worthOf = ({ stops }: Problem, { unassigned, figures }: Solution): number[] => {
  const out = new Set(unassigned.map(({ stopId }) => stopId));
  const lost = [0, 0, 0, 0];
  for (const { id, priority } of stops) if (out.has(id)) lost[priority] = (lost[priority] ?? 0) + 1;
  return [...lost, figures.late, figures.travelSeconds];
};
