import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** JavaScript that a built page's HTML loads at once, with all that it imports. */
export const gzippedKilobytes = (folder: string, page: string): number => {
  const html = readFileSync(join(folder, page, 'index.html'), 'utf8');
  const first = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].flatMap(([, file]) => file ?? []);
  const bytes = [...withImports(folder, first)].map((file) => gzipSync(readFileSync(join(folder, file))).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
};

/** The files and what they import before anything runs. */
const withImports = (folder: string, files: readonly string[], seen = new Set<string>()): ReadonlySet<string> => {
  for (const file of files) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    const imported = [...text.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)].map(
      ([, name]) => `/assets/${name ?? ''}`,
    );
    withImports(folder, imported, seen);
  }
  return seen;
};
