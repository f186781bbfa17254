import { checkSolution } from '../../shared/routing/checker.ts';
import type { Reading } from '../../shared/routing/formats/reading.ts';
import type { Problem } from '../../shared/routing/problem.ts';
import type { Solution } from '../../shared/routing/solution.ts';
import { atMost, reported, type BenchOptions, type BenchRecord, type Figure } from '../bench-record.ts';
import type { Judgement } from './evaluators.ts';
import { solveFor } from './solve-for.ts';

/** An instance of the literature with the best cost that is known, and somebody else's judgement of a solution. */
export interface Instance {
  readonly name: string;
  readonly problem: Reading<Problem>;
  readonly best: number;
  readonly judge: (solution: Solution) => Judgement & { cost: number };
}

export interface LiteratureRun {
  readonly name: string;
  readonly instances: readonly Instance[];
  readonly usualSeconds: string;
  /** The mean gap in percent that must be reached by so many CPU seconds; nothing where it is only reported. */
  readonly goalAt: (seconds: number) => number | undefined;
}

interface Found {
  readonly cost: number;
  readonly gap: number;
  readonly cpuSeconds: number;
  readonly wrong: readonly string[];
}

/**
 * Every instance in one thread for `--seconds 2,10` CPU seconds each, `--only C203,R208` of them; every result judged by the
 * evaluator beside the instances and by our checker.
 */
export const runLiterature = (run: LiteratureRun, options: BenchOptions): BenchRecord => {
  const seed = Number(options.get('seed') ?? options.get('seeds') ?? 1);
  const seconds = (options.get('seconds') ?? run.usualSeconds).split(',').map(Number);
  const only = options.get('only')?.split(',');
  const instances = run.instances.filter(({ name }) => !only || only.some((each) => name.includes(each)));
  const goals = seconds.flatMap((budget) => figuresAt(run, instances, seed, budget));
  return {
    name: run.name,
    goals,
    seed,
    sizes: { instances: instances.length },
    versions: { node: process.versions.node },
    at: new Date().toISOString(),
  };
};

const figuresAt = (run: LiteratureRun, instances: readonly Instance[], seed: number, seconds: number): Figure[] => {
  const found = instances.map((instance) => solved(instance, seed, seconds));
  const wrong = found.filter((each) => each.wrong.length > 0).length;
  const mean = (pick: (each: Found) => number) => found.reduce((sum, each) => sum + pick(each), 0) / found.length;
  const costs = found.reduce((sum, { cost }) => sum + cost, 0);
  const best = instances.reduce((sum, each) => sum + each.best, 0);
  return [
    gapFigure(
      `mean gap at ${seconds} s`,
      mean(({ gap }) => gap),
      run.goalAt(seconds),
    ),
    gapFigure(`gap of the sum at ${seconds} s`, 100 * (costs / best - 1), run.goalAt(seconds)),
    atMost(`infeasible at ${seconds} s`, wrong, `of ${found.length}`, 0),
    reported(
      `CPU at ${seconds} s`,
      mean((each) => each.cpuSeconds),
      's each',
    ),
  ];
};

/** Gaps are told to a hundredth of a percent. */
const gapFigure = (id: string, percent: number, goal: number | undefined): Figure => {
  const figure = Math.round(percent * 100) / 100;
  return goal === undefined ? reported(id, figure, '%') : { ...atMost(id, percent, '%', goal), figure };
};

const solved = ({ name, problem, best, judge }: Instance, seed: number, seconds: number): Found => {
  if (!problem.ok) throw new Error(`${name}: ${problem.detail}`);
  const { solution, cpuSeconds } = solveFor(problem.value, seed, seconds);
  const judged = judge(solution);
  const violations = checkSolution(problem.value, solution).map(({ kind, detail }) => `${kind}: ${detail}`);
  const wrong = [...(judged.feasible ? [] : judged.errors), ...violations];
  const gap = 100 * (judged.cost / best - 1);
  const errors = wrong.length > 0 ? `; WRONG: ${wrong.slice(0, 2).join(', ')}` : '';
  console.log(`${name} ${judged.cost.toFixed(1)}, gap ${gap.toFixed(2)} % in ${cpuSeconds.toFixed(1)} s${errors}`);
  return { cost: judged.cost, gap, cpuSeconds, wrong };
};
