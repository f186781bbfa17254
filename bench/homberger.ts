import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './bench-record.ts';
import { literatureEvaluator, materialFolder } from './solver/evaluators.ts';
import { runLiterature } from './solver/literature.ts';
import { solomonFiles, solomonInstance } from './solver/solomon-instance.ts';

/**
 * Gehring and Homberger's instances of 200 customers, reported only: their best known count vehicles before distance, so a gap
 * below zero is no record. `--seconds 10`, `--only c2_2`, `--dir FOLDER`.
 */
export const bench: Bench = {
  name: 'homberger',
  async run(options) {
    const folder = options.get('dir') ?? join(materialFolder, 'homberger_200');
    const evaluator = await literatureEvaluator();
    const known = JSON.parse(readFileSync(join(folder, 'BKS.json'), 'utf8')) as Record<string, unknown>;
    const best = Object.fromEntries(Object.entries(known).map(([name, each]) => [name, distanceOf(each)]));
    const instances = solomonFiles(folder).map((file) => solomonInstance(join(folder, file), evaluator, best));
    return runLiterature({ name: 'homberger', instances, usualSeconds: '10', goalAt: () => undefined }, options);
  },
};

/** The file gives a record of each instance; its cost is that of double precision. */
const distanceOf = (known: unknown): number =>
  typeof known === 'object' && known !== null && 'best_known_cost' in known
    ? Number(known.best_known_cost)
    : Number.NaN;
