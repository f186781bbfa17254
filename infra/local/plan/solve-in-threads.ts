import { Worker } from 'node:worker_threads';
import { compareCosts, solutionCostsOf } from '../../../shared/routing/costs/solution-costs.ts';
import type { Problem } from '../../../shared/routing/problem.ts';
import type { Patience, SearchRun } from './search-run.ts';

export interface ThreadTask {
  readonly problem: Problem;
  readonly seed: number;
  readonly patience: Patience;
}

/** Independent searches from the seed on, one thread each, each as long as it is told; the best plan wins, the lowest seed among equals. */
export const solveInThreads = async (
  problem: Problem,
  seed: number,
  patience: Patience,
  threads: number,
): Promise<SearchRun> => {
  const shared = withSharedMatrices(problem);
  const searches = Array.from({ length: threads }, (_, index) =>
    inThread({ problem: shared, seed: seed + index, patience }),
  );
  const runs = await Promise.all(searches);
  const judged = runs.map((run) => ({ run, costs: solutionCostsOf(problem, run.solution) }));
  const [first, ...others] = judged;
  if (!first) throw new Error('There must be one thread at least');
  return others.reduce((best, one) => (compareCosts(one.costs, best.costs) < 0 ? one : best), first).run;
};

/** A thread has no loader for TypeScript of its own on Node 20. */
const bootstrap = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(new URL('solve-worker.ts', import.meta.url).href)});
});`;

const inThread = (task: ThreadTask): Promise<SearchRun> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(bootstrap, { eval: true, workerData: task });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`A thread ended with code ${code} before it had a plan`));
    });
  });

/** Threads read the same matrices; each would copy them otherwise. */
const withSharedMatrices = (problem: Problem): Problem => {
  const { matrix } = problem;
  return { ...problem, matrix: { ...matrix, seconds: shared(matrix.seconds), metres: shared(matrix.metres) } };
};

const shared = (values: Int32Array): Int32Array => {
  const copy = new Int32Array(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
};
