import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { atMost, type Bench } from './bench-record.ts';
import { gzippedKilobytes } from './firstload/gzipped-kilobytes.ts';

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
