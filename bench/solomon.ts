import { existsSync, readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Beside, Bench } from './bench-record.ts';
import { literatureEvaluator, materialFolder, type LiteratureEvaluator } from './solver/evaluators.ts';
import { runLiterature } from './solver/literature.ts';
import { solomonInstance, solomonFiles } from './solver/solomon-instance.ts';
import { hasVroom, runVroom } from './solver/vroom-beside.ts';

/**
 * Solomon's 56 instances, distances truncated to one decimal, against the best known (S1). `--seconds 2,10`, `--seed 1`,
 * `--only C203,R2`, `--dir FOLDER`.
 */
export const bench: Bench = {
  name: 'solomon',
  async run(options) {
    const folder = options.get('dir') ?? join(materialFolder, 'solomon');
    const evaluator = await literatureEvaluator();
    const best = JSON.parse(readFileSync(join(folder, 'best-known.json'), 'utf8')) as Record<string, number>;
    const files = solomonFiles(folder);
    const instances = files.map((file) => solomonInstance(join(folder, file), evaluator, best));
    const only = options.get('only')?.split(',');
    const compared = files.filter((file) => !only || only.some((each) => file.includes(each)));
    const record = runLiterature(
      {
        name: 'solomon',
        instances,
        usualSeconds: '2',
        goalAt: (seconds) => (seconds >= 10 ? 0.3 : seconds >= 2 ? 1.5 : undefined),
      },
      options,
    );
    const beside = hasVroom() ? vroomHere(folder, compared, evaluator, best) : vroomRecorded(best);
    return { ...record, beside };
  },
};

/** VROOM 1.15-dev's results on file; 1.14.0 has the same quality in about half the time. */
const vroomRecorded = (best: Readonly<Record<string, number>>): Beside[] => {
  const file = join(materialFolder, 'results/vroom-solomon.json');
  if (!existsSync(file)) return [];
  const results = JSON.parse(readFileSync(file, 'utf8')) as {
    solver: string;
    instance: string;
    exploration: number;
    cpuSeconds: number;
    distance: number;
  }[];
  return [1, 5].flatMap((exploration) => {
    const rows = results.filter((row) => row.exploration === exploration);
    const gaps = rows.map(({ instance, distance }) => 100 * (distance / (best[instance] ?? Number.NaN) - 1));
    const what = `${rows[0]?.solver ?? 'VROOM'} -x ${exploration}, ${rows.length} instances,`;
    return [
      { what: `${what} mean gap`, figure: meanOf(gaps), unit: '%', source: 'recorded' },
      { what: `${what} CPU`, figure: meanOf(rows.map((row) => row.cpuSeconds)), unit: 's each', source: 'recorded' },
    ];
  });
};

const vroomHere = (
  folder: string,
  files: readonly string[],
  evaluator: LiteratureEvaluator,
  best: Readonly<Record<string, number>>,
): Beside[] => {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-solomon-'));
  const gaps: number[] = [];
  const times: number[] = [];
  for (const file of files) {
    const model = evaluator.toModel(evaluator.readAny(join(folder, file)), 'dimacs');
    const input = join(scratch, 'input.json');
    writeFileSync(input, JSON.stringify(evaluator.toVroom(model)));
    const { output, cpuSeconds } = runVroom(input, 5);
    const cost = (output as { summary: { duration: number } }).summary.duration / 10;
    gaps.push(100 * (cost / (best[file.replace('.txt', '')] ?? Number.NaN) - 1));
    times.push(cpuSeconds);
  }
  rmSync(scratch, { recursive: true });
  return [
    { what: 'VROOM -x 5, mean gap', figure: meanOf(gaps), unit: '%', source: 'run here' },
    { what: 'VROOM -x 5, CPU', figure: meanOf(times), unit: 's each', source: 'run here' },
  ];
};

const meanOf = (values: readonly number[]): number =>
  Math.round((100 * values.reduce((sum, value) => sum + value, 0)) / values.length) / 100;
