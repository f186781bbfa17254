import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from './settings.ts';

/** Builds the pages when web/dist is missing or older than what it is made from. */
export async function buildWebIfNeeded(): Promise<void> {
  const dist = join(projectRoot, 'web', 'dist');
  const built = await newestIn(dist, () => true);
  const sources = await Promise.all([
    newestIn(join(projectRoot, 'web'), (name) => name !== 'dist'),
    newestIn(join(projectRoot, 'shared'), () => true),
  ]);
  if (built > Math.max(...sources)) return;
  console.log('Building the pages, some ten seconds …');
  const { build } = await import('vite');
  await build({ configFile: join(projectRoot, 'web', 'vite.config.ts'), logLevel: 'warn' });
}

/** When the newest file below a folder was written, epoch ms; 0 where there is none. */
async function newestIn(folder: string, wanted: (name: string) => boolean): Promise<number> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const times = await Promise.all(
      entries
        .filter(({ name }) => wanted(name))
        .map(async (entry) => {
          const path = join(folder, entry.name);
          return entry.isDirectory() ? newestIn(path, () => true) : (await stat(path)).mtimeMs;
        }),
    );
    return Math.max(0, ...times);
  } catch {
    return 0;
  }
}
