import { resolve } from 'node:path';

export interface Judgement {
  feasible: boolean;
  errors: string[];
}

/** The independent evaluators that lie beside the instances; they know nothing of this program. */
export interface LiteratureEvaluator {
  readAny(file: string): unknown;
  toModel(instance: unknown, rounding: string): unknown;
  toVroom(model: unknown): unknown;
  evaluate(
    model: unknown,
    routes: readonly { vehicle: number; stops: number[] }[],
  ): Judgement & { distance: number; reported: number; vehicles: number };
}

export type MetroEvaluator = (
  instance: unknown,
  output: unknown,
) => Judgement & { lostPriority: number; unassigned: number; travel: number };

/** Where instances, evaluators and rivals' results lie, from the repository's folder; `--dir` names a folder in it. */
export const materialFolder = resolve(import.meta.dirname, '../../../shared/bench');

export const literatureEvaluator = async (): Promise<LiteratureEvaluator> =>
  (await tool('lib.mjs')) as LiteratureEvaluator;

export const metroEvaluator = async (): Promise<MetroEvaluator> =>
  ((await tool('eval-metro.mjs')) as { evalMetro: MetroEvaluator }).evalMetro;

const tool = (name: 'lib.mjs' | 'eval-metro.mjs'): Promise<unknown> =>
  import(`../../../shared/bench/tools/${name}`) as Promise<unknown>;
