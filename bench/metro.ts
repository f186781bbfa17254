import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { solveInThreads } from '../infra/local/plan/solve-in-threads.ts';
import { checkSolution } from '../shared/routing/checker.ts';
import { problemOfVroom } from '../shared/routing/formats/problem-of-vroom.ts';
import { readVroom } from '../shared/routing/formats/read-vroom.ts';
import type { VroomInput } from '../shared/routing/formats/vroom-schema.ts';
import { vroomOfSolution } from '../shared/routing/formats/vroom-of-solution.ts';
import { atMost, reported, type Beside, type Bench, type BenchOptions, type Figure } from './bench-record.ts';
import type { Problem } from '../shared/routing/problem.ts';
import { cpuSeconds as usedCpuSeconds } from './solver/cpu-seconds.ts';
import { convergencePicture, type Convergence } from './solver/convergence-picture.ts';
import { metroEvaluator, type MetroEvaluator } from './solver/evaluators.ts';
import { metroFile, metroName, recordedMetro, type MetroResult, type MetroSize } from './solver/metro-instance.ts';
import { solveFor } from './solver/solve-for.ts';
import { hasVroom, runVroom } from './solver/vroom-beside.ts';

/**
 * Generated metropolitan days with skills, windows, breaks and priorities (S2): lost priority, then travel. `--technicians 50`,
 * `--jobs 500`, `--load 1.2`, `--seeds 1,2,3`, `--seconds 2.5,10,20`, `--dir FOLDER` keeps the
 * instances, `--picture FILE.svg`, `--threads 2` (then seconds of the clock).
 */
export const bench: Bench = {
  name: 'metro',
  async run(options) {
    const folder = options.get('dir') ?? mkdtempSync(join(tmpdir(), 'bench-metro-'));
    const size: MetroSize = {
      technicians: Number(options.get('technicians') ?? 50),
      jobs: Number(options.get('jobs') ?? 500),
      load: Number(options.get('load') ?? 1.2),
    };
    const seeds = numbersOf(options, 'seeds', '1,2,3');
    const seconds = numbersOf(options, 'seconds', '2.5,10,20');
    const threads = Number(options.get('threads') ?? 1);
    const evaluate = await metroEvaluator();
    const lines: Convergence[] = [];
    const goals: Figure[] = [];
    const beside: Beside[] = [];
    for (const seed of seeds) {
      const file = metroFile(folder, size, seed);
      const rivals = hasVroom() ? [vroomHere(file, evaluate)] : recordedFor(metroName(size, seed));
      const ours: Reached[] = [];
      for (const budget of seconds) ours.push(await reach(file, evaluate, budget, threads));
      goals.push(...ours.flatMap((one) => figuresOf(seed, one, rivals)));
      beside.push(...rivals.flatMap((rival) => besideOf(seed, rival)));
      lines.push({ name: `seed ${seed}`, ours, rivals });
    }
    const picture = options.get('picture');
    if (picture) convergencePicture(picture, `${size.technicians} technicians, ${size.jobs} jobs, CPU s`, lines);
    if (!options.has('dir')) rmSync(folder, { recursive: true });
    goals.push(reported('peak memory', process.resourceUsage().maxRSS / 1024, 'MB'));
    return {
      name: 'metro',
      goals,
      beside,
      seed: seeds[0] ?? 1,
      sizes: { ...size, seeds: seeds.length, threads },
      versions: { node: process.versions.node },
      at: new Date().toISOString(),
    };
  },
};

const numbersOf = (options: BenchOptions, name: string, usual: string): number[] =>
  (options.get(name) ?? usual).split(',').map(Number);

interface Reached {
  readonly budget: number;
  readonly cpuSeconds: number;
  readonly lostPriority: number;
  readonly travelSeconds: number;
  readonly wrong: number;
}

/** Solves one file; judged by the evaluator beside the generator and by our checker. */
const reach = async (file: string, evaluate: MetroEvaluator, budget: number, threads: number): Promise<Reached> => {
  const { problem, vehicles } = opened(file);
  const { solution, cpuSeconds } =
    threads > 1 ? await solveThreaded(problem, budget, threads) : solveFor(problem, 1, budget);
  const judged = evaluate(JSON.parse(readFileSync(file, 'utf8')), vroomOfSolution(problem, solution, { vehicles }));
  const violations = checkSolution(problem, solution);
  for (const { kind, detail } of violations.slice(0, 3)) console.log(`WRONG ${kind}: ${detail}`);
  for (const error of judged.errors) console.log(`WRONG ${error}`);
  const wrong = judged.errors.length + violations.length;
  console.log(
    `${file.split('/').at(-1)} at ${cpuSeconds.toFixed(1)} s: ${judged.unassigned} out, ${judged.lostPriority} / ${judged.travel}`,
  );
  return { budget, cpuSeconds, lostPriority: judged.lostPriority, travelSeconds: judged.travel, wrong };
};

/** The problem of a file; the file's text and what was read of it are let go, lest they count in the memory of the search. */
const opened = (file: string): { problem: Problem; vehicles: VroomInput['vehicles'] } => {
  const input = readVroom(JSON.parse(readFileSync(file, 'utf8')));
  if (!input.ok) throw new Error(input.detail);
  const problem = problemOfVroom(input.value);
  if (!problem.ok) throw new Error(problem.detail);
  return { problem: problem.value, vehicles: input.value.vehicles };
};

/** Several seeds at once for so many seconds of the clock each; a busy machine gives them less. CPU seconds of all together. */
const solveThreaded = async (problem: Problem, budget: number, threads: number) => {
  const begun = usedCpuSeconds();
  const { solution } = await solveInThreads(problem, 1, { seconds: budget }, threads);
  return { solution, cpuSeconds: usedCpuSeconds() - begun };
};

/** From so many CPU seconds on, more is asked of ours. */
const mustBeatSlowestAt = 10;
const mustBeatBothAt = 20;

/** Held against -x 1 at first, from ten seconds on against every rival, from twenty on in both figures. */
const figuresOf = (seed: number, ours: Reached, rivals: readonly MetroResult[]): Figure[] => {
  const id = `seed ${seed} at ${ours.budget} s`;
  const asked = rivals.filter(({ exploration }) => ours.budget >= mustBeatSlowestAt || exploration <= 1);
  const inOrder = asked.filter((rival) => comparedInOrder(ours, rival) >= 0).length;
  const inEither = asked.filter(
    (rival) => rival.lostPriority < ours.lostPriority || rival.travelSeconds < ours.travelSeconds,
  ).length;
  return [
    reported(`${id}: lost priority`, ours.lostPriority, ''),
    reported(`${id}: travel`, ours.travelSeconds, 's'),
    atMost(`${id}: rivals not beaten`, inOrder, `of ${asked.length}`, 0),
    ...(ours.budget >= mustBeatBothAt ? [atMost(`${id}: better in either figure`, inEither, 'rivals', 0)] : []),
    atMost(`${id}: violations`, ours.wrong, '', 0),
  ];
};

/** Below zero where the first is better. */
const comparedInOrder = (a: Reached, b: MetroResult): number =>
  a.lostPriority - b.lostPriority || a.travelSeconds - b.travelSeconds;

const recordedFor = (instance: string): MetroResult[] => recordedMetro().filter((each) => each.instance === instance);

const vroomHere = (file: string, evaluate: MetroEvaluator): MetroResult => {
  const { output, cpuSeconds } = runVroom(file, 1);
  const judged = evaluate(JSON.parse(readFileSync(file, 'utf8')), output);
  const { lostPriority, travel } = judged;
  return { solver: 'vroom', instance: file, exploration: 1, cpuSeconds, lostPriority, travelSeconds: travel };
};

const besideOf = (seed: number, rival: MetroResult): Beside[] => {
  const source = rival.solver === 'vroom' ? ('run here' as const) : ('recorded' as const);
  const what = `seed ${seed}, ${rival.solver} -x ${rival.exploration} in ${rival.cpuSeconds} s:`;
  return [
    { what: `${what} lost priority`, figure: rival.lostPriority, unit: '', source },
    { what: `${what} travel`, figure: rival.travelSeconds, unit: 's', source },
  ];
};
