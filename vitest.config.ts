import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/**
 * unit: fast and pure, part of `npm run check`; engine: processes and disks; journey: real Chromium against the built product.
 * One project after the other, each on every core: a worker then loads the modules of its project once for all its files
 * (`isolate: false`), which halves the time. Journeys keep a process for each file, as each starts the product.
 */
export default defineConfig({
  test: {
    // Keeps the SDK's notice about the end of Node 20 out of every test's output.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // Else one core is left to Vitest itself, which of two is half.
    maxWorkers: '100%',
    projects: [
      {
        plugins: [svelte({ configFile: false })],
        resolve: { conditions: ['browser'] },
        test: {
          name: 'unit',
          setupFiles: ['test/property-seed.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/engine/**', 'test/journey/**', 'test/browser/**', 'test/cloud/**'],
          environment: 'node',
          testTimeout: 20_000,
          hookTimeout: 60_000,
          isolate: false,
        },
      },
      {
        test: {
          // The API's tests once more, through the bundle that the cloud deploys.
          name: 'bundle',
          include: ['test/functions/http/**/*.test.ts'],
          env: { FIELDLINE_HTTP_ENTRY: 'bundle' },
          testTimeout: 60_000,
          hookTimeout: 240_000,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'engine',
          include: ['test/engine/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 60_000,
          isolate: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'cloud',
          include: ['test/cloud/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          isolate: false,
          sequence: { groupOrder: 3 },
        },
      },
      {
        test: {
          name: 'journey',
          include: ['test/journey/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
