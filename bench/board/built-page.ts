import { mkdtempSync, readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';

const root = fileURLToPath(new URL('../page', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

/** A bench's page, built as the product's pages are, and what answers for it. */
export const builtPage = async (
  page: string,
): Promise<{ readonly folder: string; readonly answer: RequestListener }> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-page-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [svelte({ configFile: false })],
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', rollupOptions: { input: join(root, page) } },
  });
  const answer: RequestListener = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    const file = normalize(join(folder, pathname));
    try {
      if (!file.startsWith(folder)) throw new Error('outside of the page');
      const content = readFileSync(file);
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream').end(content);
    } catch {
      response.writeHead(404).end();
    }
  };
  return { folder, answer };
};
