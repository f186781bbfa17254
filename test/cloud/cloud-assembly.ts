import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { synthesize } from '../../infra/local/cloud/synthesize.ts';
import { projectRoot } from '../../infra/local/settings.ts';

const kept = join(projectRoot, '.build', 'assemblies');
/** What the assembly is made from. */
const sources = ['functions', 'shared', 'infra/cloud', 'web/dist', 'cdk.json', 'package-lock.json'];
const staleMs = 30 * 60_000;

/** The folder of the synthesized application with its bundles: made once for the present sources, whichever tests ask for it first. */
export async function cloudAssembly(): Promise<string> {
  const folder = join(kept, await stateOf(sources));
  await mkdir(kept, { recursive: true });
  for (;;) {
    if (await exists(folder)) return folder;
    if (await takeLock(`${folder}.lock`)) break;
    await wait(200);
  }
  try {
    await forgetOld();
    await synthesize(`${folder}.draft`);
    await rename(`${folder}.draft`, folder);
    return folder;
  } finally {
    await rm(`${folder}.lock`, { recursive: true, force: true });
  }
}

async function takeLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    // Whoever was killed leaves his lock behind.
    if ((await ageMs(lock)) > 5 * 60_000) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

async function forgetOld(): Promise<void> {
  for (const name of await readdir(kept)) {
    const path = join(kept, name);
    if ((await ageMs(path)) > staleMs) await rm(path, { recursive: true, force: true });
  }
}

/** Changes whenever a file does. */
async function stateOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const add = async (path: string): Promise<void> => {
    const found = await stat(join(projectRoot, path)).catch(() => undefined);
    if (found?.isFile()) hash.update(`${path} ${found.size} ${found.mtimeMs}\n`);
    if (!found?.isDirectory()) return;
    for (const name of (await readdir(join(projectRoot, path))).sort()) await add(join(path, name));
  };
  for (const path of paths) await add(path);
  return hash.digest('hex').slice(0, 16);
}

const ageMs = async (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => 0,
  );
const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
