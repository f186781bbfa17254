import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { problemOfSdvrptw } from '../shared/routing/formats/problem-of-sdvrptw.ts';
import type { Bench } from './bench-record.ts';
import { literatureEvaluator, materialFolder, type LiteratureEvaluator } from './solver/evaluators.ts';
import { runLiterature, type Instance } from './solver/literature.ts';
import { routesOf } from './solver/routes-of.ts';

/** Vehicles that may serve only some customers (Cordeau and Laporte), with limited duration. `--seconds 30`, `--only PR01`, `--dir FOLDER`. */
export const bench: Bench = {
  name: 'sdvrptw',
  async run(options) {
    const folder = options.get('dir') ?? join(materialFolder, 'sdvrptw');
    const evaluator = await literatureEvaluator();
    const files = readdirSync(folder).filter((file) => file.endsWith('.vrp'));
    return runLiterature(
      {
        name: 'sdvrptw',
        instances: files.sort().map((file) => instanceOf(join(folder, file), evaluator)),
        usualSeconds: '30',
        goalAt: (seconds) => (seconds >= 30 ? 1 : undefined),
      },
      options,
    );
  },
};

const instanceOf = (file: string, evaluator: LiteratureEvaluator): Instance => {
  const model = evaluator.toModel(evaluator.readAny(file), 'exact');
  const published = readFileSync(file.replace('.vrp', '.sol'), 'utf8');
  return {
    name: basename(file, '.vrp'),
    problem: problemOfSdvrptw(readFileSync(file, 'utf8')),
    best: Number(/Cost:\s*(\d+)/.exec(published)?.[1]) / 1000,
    judge: (solution) => {
      const judged = evaluator.evaluate(model, routesOf(solution));
      return { ...judged, cost: judged.reported };
    },
  };
};
