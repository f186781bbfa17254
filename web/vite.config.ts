import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import type { ManifestEntry } from 'workbox-build';
import { shellFiles } from './shell-files.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const pages = ['dispatch', 'technician', 'customer'];

let builtTo = at('dist');
const knowWhere: Plugin = {
  name: 'know-where',
  configResolved: ({ root, build }) => void (builtTo = resolve(root, build.outDir)),
};

/** Of all that was built, what the technician's page may come to need without network. */
const onlyTechnician = async (entries: ManifestEntry[]) => {
  // A build that failed says so itself.
  if (!existsSync(`${builtTo}/technician/index.html`)) return { manifest: [], warnings: [] };
  const files = new Set(await shellFiles(builtTo, 'technician/index.html'));
  return { manifest: entries.filter(({ url }) => files.has(url)), warnings: [] };
};

/** Three pages, nothing inline (the security policy forbids it), the map's worker as a file of its own. */
export default defineConfig({
  root: at('.'),
  base: '/',
  plugins: [
    knowWhere,
    svelte({ configFile: false }),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: at('technician'),
      filename: 'service-worker.ts',
      scope: '/technician/',
      // The page registers it, and its manifest is a file of its own: nothing is put into the other pages.
      injectRegister: false,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*'],
        maximumFileSizeToCacheInBytes: 4 * 2 ** 20,
        manifestTransforms: [onlyTechnician],
      },
    }),
  ],
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
