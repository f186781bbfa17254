import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { atMost, type Bench } from './bench-record.ts';

/** What a page's HTML loads at once, with all that those files import: JavaScript in kilobytes after gzip (S10). The map comes later. */
export const bench: Bench = {
  name: 'firstload',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'bench-firstload-'));
    try {
      const configFile = fileURLToPath(new URL('../web/vite.config.ts', import.meta.url));
      await build({ configFile, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
      const goals = pages.map(({ page, most }) => atMost(`S10-${page}`, gzippedKilobytes(folder, page), 'KB', most));
      const versions = { node: process.versions.node };
      return {
        name: 'firstload',
        goals,
        seed: 0,
        sizes: { pages: pages.length },
        versions,
        at: new Date().toISOString(),
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const pages = [
  { page: 'customer', most: 40 },
  { page: 'technician', most: 120 },
  { page: 'dispatch', most: 200 },
] as const;

const gzippedKilobytes = (folder: string, page: string): number => {
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
