import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The built files that a page can come to need: all that its HTML names, and what those name in turn, now or later. */
export const shellFiles = async (folder: string, page: string): Promise<string[]> => {
  const found = new Set([page]);
  for (const file of found) {
    if (!/\.(?:html|js|css|webmanifest)$/.test(file)) continue;
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, name] of text.matchAll(named)) if (name !== undefined) found.add(addressOf(name, file));
  }
  return [...found];
};

/** A file beside the one that names it, or one of the assets or of the page's own pictures by its address. */
const named =
  /["'`(](\.\/[\w.-]+\.(?:js|css)|\/?assets\/[\w.-]+\.\w+|\/technician\/[\w.-]+\.(?:webmanifest|png|svg))["'`)]/g;

const addressOf = (name: string, from: string): string =>
  name.startsWith('./') ? from.replace(/[^/]*$/, '') + name.slice(2) : name.replace(/^\//, '');
