import { build } from 'esbuild';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CloudFunction } from './cloud-function.ts';

/** The main program of each function's process, beside which its bundle stays as it is. */
export interface RuntimeFiles {
  mainOf(definition: Pick<CloudFunction, 'name' | 'file' | 'exportName'>): Promise<string>;
  remove(): Promise<void>;
}

/** Makes the runtime one plain file, for Node 20 reads no TypeScript. */
export async function makeRuntimeFiles(): Promise<RuntimeFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'fieldline-runtime-'));
  const entry = fileURLToPath(new URL('./runtime.ts', import.meta.url));
  const outfile = join(folder, 'runtime.mjs');
  await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'silent' });
  return {
    mainOf: async ({ name, file, exportName }) => {
      const main = join(folder, `${name}.mjs`);
      // The runtime comes first and is evaluated first.
      const lines = [
        `import { serve } from './runtime.mjs';`,
        `import { ${exportName} as handler } from ${JSON.stringify(pathToFileURL(file).href)};`,
        `serve(handler);`,
      ];
      await writeFile(main, lines.join('\n'));
      return main;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
