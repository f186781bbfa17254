import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadTask } from './solve-in-threads.ts';
import { solveUntil } from './solve-until.ts';

/** One thread's search: its own seed, until its time is over. */
const { problem, seed, seconds } = workerData as ThreadTask;
parentPort?.postMessage(solveUntil(problem, seed, () => performance.now() / 1000, seconds));
