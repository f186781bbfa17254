import { isDeepStrictEqual } from 'node:util';
import { type Call, type ComparableAnswer, replayStep, type Step } from '../engine/replay-step.ts';
import { Random } from './random.ts';
import { directedSteps } from './directed-steps.ts';
import { RandomOperations } from './random-operations.ts';
import { tableRequests } from './tables.ts';

export interface Difference {
  step: Step;
  ours: ComparableAnswer;
  theirs: ComparableAnswer;
}
export interface Run {
  seed: number;
  tables: Record<string, unknown>[];
  steps: { step: Step; answer: ComparableAnswer }[];
  differences: Difference[];
}

/** Gives both stores the cases at the limits. */
export function directed(ours: Call, theirs: Call): Promise<Run> {
  return comparedRun(0, directedSteps('s0'), ours, theirs);
}

/** Gives both stores the same random operations; the last steps read every table and index whole. */
export function differential(seed: number, operations: number, ours: Call, theirs: Call): Promise<Run> {
  const source = new RandomOperations(new Random(seed), `s${seed}`);
  return comparedRun(
    seed,
    Array.from({ length: operations }, () => source.next()),
    ours,
    theirs,
  );
}

async function comparedRun(seed: number, steps: Step[], ours: Call, theirs: Call): Promise<Run> {
  const tables = tableRequests(`s${seed}`);
  for (const table of tables)
    for (const call of [ours, theirs]) await call('DynamoDB_20120810.CreateTable', structuredClone(table));
  const run: Run = { seed, tables, steps: [], differences: [] };
  for (const step of [...steps, ...wholeState(tables)]) await compare(run, step, ours, theirs);
  for (const { TableName } of tables)
    for (const call of [ours, theirs]) await call('DynamoDB_20120810.DeleteTable', { TableName });
  return run;
}

function wholeState(tables: ReturnType<typeof tableRequests>): Step[] {
  return tables.flatMap(({ TableName, GlobalSecondaryIndexes }) =>
    [undefined, ...GlobalSecondaryIndexes].map((index) => ({
      target: 'Scan',
      body: { TableName, ...(index && { IndexName: index.IndexName }) },
      pages: true,
      unordered: true,
    })),
  );
}

async function compare(run: Run, step: Step, ours: Call, theirs: Call): Promise<void> {
  const [our, their] = await Promise.all([replayStep(ours, step), replayStep(theirs, step)]);
  run.steps.push({ step, answer: comparable(their) });
  if (!isDeepStrictEqual(comparable(our), comparable(their))) run.differences.push({ step, ours: our, theirs: their });
}

function comparable({ message: _message, ...answer }: ComparableAnswer): ComparableAnswer {
  return answer;
}
