import { parentPort, workerData } from 'node:worker_threads';
import { searchRun } from './search-run.ts';
import type { ThreadTask } from './solve-in-threads.ts';

/** One thread's search: its own seed, until its time is over. */
const { problem, seed, patience } = workerData as ThreadTask;
parentPort?.postMessage(searchRun(problem, seed, patience));
