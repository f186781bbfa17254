import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, BenchOptions, BenchRecord } from './bench-record.ts';

const FOLDER = import.meta.dirname;
const [name, ...rest] = process.argv.slice(2);
const known = benchNames();
if (!name || (name !== 'all' && !known.includes(name))) {
  console.error(`${name ? `There is no bench '${name}'. ` : ''}Known: ${[...known, 'all'].join(', ')}`);
  process.exitCode = 1;
} else for (const each of name === 'all' ? known : [name]) report(await benchOf(each, optionsOf(rest)));

/** A bench is a module of this folder that exports `bench`; run.ts and shared types are none. */
function benchNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts') && !['run.ts', 'bench-record.ts'].includes(file))
    .map((file) => file.slice(0, -3))
    .filter((file) => !file.includes('.'))
    .sort();
}

async function benchOf(file: string, options: BenchOptions): Promise<BenchRecord | undefined> {
  if (!existsSync(join(FOLDER, `${file}.ts`))) return undefined;
  const { bench } = (await import(`./${file}.ts`)) as { bench?: Bench };
  return bench?.run(options);
}

function report(record: BenchRecord | undefined): void {
  if (!record) return;
  mkdirSync(join(FOLDER, 'out'), { recursive: true });
  writeFileSync(join(FOLDER, 'out', `${record.name}.json`), `${JSON.stringify(record, null, 2)}\n`);
  const figures = record.goals.map(
    ({ id, figure, unit, goal, met }) => `${id} ${figure} ${unit} (${goal}${met ? '' : ', NOT MET'})`,
  );
  console.log(`${record.name}: ${figures.join('; ')}`);
  const rivals = record.beside?.map(({ what, figure, unit, source }) => `${what} ${figure} ${unit} (${source})`);
  if (rivals) console.log(`beside: ${rivals.join('; ')}`);
}

function optionsOf(words: readonly string[]): BenchOptions {
  const options = new Map<string, string>();
  words.forEach((word, place) => {
    if (word.startsWith('--')) options.set(word.slice(2), words[place + 1] ?? '');
  });
  return options;
}
