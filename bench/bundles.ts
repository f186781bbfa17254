import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleEntry, entryNames, type Bundle } from '../infra/cloud/constructs/bundle-entry.ts';
import { atMost, type Bench, type Figure } from './bench-record.ts';
import { importCost } from './bundles/import-cost.ts';

/** What each function weighs as it is deployed, what its import costs and who contributes most (S7). `--runs 9`, `--top 8`. */
export const bench: Bench = {
  name: 'bundles',
  async run(options) {
    const runs = Number(options.get('runs') ?? 9);
    const top = Number(options.get('top') ?? 8);
    // Outside of the project, so that nothing is found in its node_modules by chance.
    const folder = mkdtempSync(join(tmpdir(), 'bench-bundles-'));
    try {
      const goals: Figure[] = [];
      for (const entry of entryNames()) {
        const file = join(folder, `${entry}.mjs`);
        const bundle = await bundleEntry(entry, file);
        const cpuMilliseconds = await importCost(file, runs);
        console.log(lineOf(entry, bundle, cpuMilliseconds, top));
        goals.push(
          atMost(`S7-size ${entry}`, kilobytes(bundle.bytes), 'KB', entry === 'planner' ? 600 : 400),
          atMost(`S7-import ${entry}`, cpuMilliseconds, 'ms CPU', 80),
        );
      }
      goals.push(atMost('S7-size optimiser alone', kilobytes(await optimiserBytes()), 'KB', 60));
      return {
        name: 'bundles',
        goals,
        seed: 0,
        sizes: { runs },
        versions: { node: process.versions.node },
        at: new Date().toISOString(),
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const lineOf = (entry: string, { bytes, contributors }: Bundle, cpuMilliseconds: number, top: number): string => {
  const biggest = [...contributors].sort(([, a], [, b]) => b - a).slice(0, top);
  const parts = biggest.map(([owner, size]) => `${owner} ${Math.round(kilobytes(size))}`).join(', ');
  return `${entry}: ${Math.round(kilobytes(bytes))} KB, import ${Math.round(cpuMilliseconds)} ms CPU; ${parts}`;
};

/** `solve` as a browser or a phone would load it. */
const optimiserBytes = async (): Promise<number> => {
  const solve = join(import.meta.dirname, '../shared/routing/solve.ts');
  const options = { bundle: true, minify: true, write: false, format: 'esm' } as const;
  const { outputFiles } = await build({ entryPoints: [solve], ...options });
  return outputFiles[0]?.contents.length ?? Number.NaN;
};

const kilobytes = (bytes: number): number => bytes / 1024;
