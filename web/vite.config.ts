import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const pages = ['dispatch', 'technician', 'customer'];

/** Three pages, nothing inline (the security policy forbids it), the map's worker as a file of its own. */
export default defineConfig({
  root: at('.'),
  base: '/',
  plugins: [svelte({ configFile: false })],
  worker: { format: 'es' },
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    chunkSizeWarningLimit: 1100,
    rollupOptions: {
      input: Object.fromEntries(
        pages.map((page) => [page, at(`${page}/index.html`)] as const).filter(([, file]) => existsSync(file)),
      ),
    },
  },
});
