import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkSolution } from '../../shared/routing/checker.ts';
import { problemOfSolomon } from '../../shared/routing/formats/problem-of-solomon.ts';
import { problemOfVroom } from '../../shared/routing/formats/problem-of-vroom.ts';
import { readVroom } from '../../shared/routing/formats/read-vroom.ts';
import { vroomOfSolution } from '../../shared/routing/formats/vroom-of-solution.ts';
import type { Reading } from '../../shared/routing/formats/reading.ts';
import type { Problem } from '../../shared/routing/problem.ts';
import { solveInThreads } from './plan/solve-in-threads.ts';
import { recordOfRun, runToRepeat } from './plan/run-record.ts';
import { searchRun, type Patience } from './plan/search-run.ts';

const usage =
  'npm run plan -- --in FILE --out FILE [--seconds 10 | --iterations N] [--seed 1] [--threads 1] [--record FILE] [--replay FILE]';

/**
 * `npm run plan`: reads VROOM's JSON, or a .txt of Solomon or Homberger, and writes VROOM's JSON. Only what the checker finds whole is
 * written. `--record` keeps what makes the run again, `--replay` makes it again.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      in: { type: 'string' },
      out: { type: 'string' },
      seconds: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      threads: { type: 'string', default: '1' },
      iterations: { type: 'string' },
      record: { type: 'string' },
      replay: { type: 'string' },
    },
  });
  const [seconds, seed, threads] = [values.seconds, values.seed, values.threads].map(Number);
  const iterations = values.iterations === undefined ? undefined : Number(values.iterations);
  if (!values.in || !values.out) return fail(usage);
  if (!isAbove(seconds, 0) || !isAbove(iterations ?? 1, 1) || !Number.isInteger(seed) || !isAbove(threads, 1))
    return fail(`Numbers are needed: ${usage}`);
  const text = readFileSync(values.in, 'utf8');
  const read = values.in.endsWith('.txt') ? ofSolomon(text) : ofVroom(text);
  if (!read.ok) return fail(`${values.in} is ${read.reason}: ${read.detail}`);
  const { problem, file } = read.value;
  const kept = values.replay === undefined ? undefined : runToRepeat(readFileSync(values.replay, 'utf8'), text);
  if (typeof kept === 'string') return fail(`${values.replay} ${kept}`);
  const patience: Patience = kept ?? { seconds, iterations };
  const run =
    threads > 1 && !kept
      ? await solveInThreads(problem, seed ?? 1, patience, threads)
      : searchRun(problem, kept?.seed ?? seed ?? 1, patience);
  const { solution } = run;
  const violations = checkSolution(problem, solution);
  if (violations.length > 0) {
    return fail(
      `The plan breaks rules and is not written: ${violations
        .slice(0, 5)
        .map(({ kind, detail }) => `${kind} (${detail})`)
        .join('; ')}`,
    );
  }
  writeFileSync(values.out, `${JSON.stringify(vroomOfSolution(problem, solution, file))}\n`);
  if (values.record) writeFileSync(values.record, `${JSON.stringify(recordOfRun(text, run))}\n`);
  const { scheduled, travelSeconds } = solution.figures;
  console.log(
    `${scheduled} planned, ${solution.unassigned.length} left out, ${travelSeconds} s of travel: ${values.out}`,
  );
};

type Read = Reading<{ problem: Problem; file: Parameters<typeof vroomOfSolution>[2] }>;

const ofSolomon = (text: string): Read => {
  const problem = problemOfSolomon(text);
  return problem.ok ? { ok: true, value: { problem: problem.value, file: { vehicles: [] } } } : problem;
};

const ofVroom = (text: string): Read => {
  const input = readVroom(parsed(text));
  if (!input.ok) return input;
  const problem = problemOfVroom(input.value);
  return problem.ok ? { ok: true, value: { problem: problem.value, file: input.value } } : problem;
};

/** Text that is no JSON is refused by the reader as something without jobs. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isAbove = (value: number | undefined, least: number): value is number =>
  value !== undefined && value >= least && value > 0;

const fail = (words: string): void => {
  console.error(words);
  process.exitCode = 1;
};

await main();
