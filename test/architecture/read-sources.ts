import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Source {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The TypeScript and Svelte files of these rooms, without what was built. */
export const readSources = (folder: string, rooms: readonly string[]): Source[] =>
  rooms
    .filter((room) => existsSync(join(folder, room)))
    .flatMap((room) =>
      readdirSync(join(folder, room), { recursive: true, encoding: 'utf8' }).map((p) => `${room}/${p}`),
    )
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ts|svelte)$/.test(path) && !/(^|\/)(dist|out|node_modules)\//.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
