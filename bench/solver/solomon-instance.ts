import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { problemOfSolomon } from '../../shared/routing/formats/problem-of-solomon.ts';
import type { LiteratureEvaluator } from './evaluators.ts';
import type { Instance } from './literature.ts';
import { routesOf } from './routes-of.ts';

/** The instances of a folder, by name. */
export const solomonFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort();

/** One instance with distances truncated to one decimal, judged by the evaluator beside the files. */
export const solomonInstance = (
  file: string,
  evaluator: LiteratureEvaluator,
  best: Readonly<Record<string, number>>,
): Instance => {
  const name = basename(file, '.txt');
  const model = evaluator.toModel(evaluator.readAny(file), 'dimacs');
  return {
    name,
    problem: problemOfSolomon(readFileSync(file, 'utf8')),
    best: best[name] ?? Number.NaN,
    judge: (solution) => {
      const judged = evaluator.evaluate(model, routesOf(solution));
      return { ...judged, cost: judged.reported };
    },
  };
};
