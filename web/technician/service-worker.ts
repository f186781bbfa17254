import { isShellFile, ShellCache } from './service-worker/shell-cache.ts';
import { AheadCache, isRoadTile } from './service-worker/ahead-cache.ts';

// The phone's page without network: its files are kept when this version is installed, and it takes over only when the page says so.

declare const self: ServiceWorkerGlobalScope & {
  /** Put in by the build; a file whose name carries no hash has a revision. */
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
};

const built = self.__WB_MANIFEST;
const files = built.map(({ url }) => `/${url}`);
const version = built.map(({ url, revision }) => `${url} ${revision ?? ''}`).join();
const shell = new ShellCache({ caches, fetch: (request) => fetch(request), files, version });
const ahead = new AheadCache({ caches, fetch: (request) => fetch(request) });

self.addEventListener('install', (event) => event.waitUntil(shell.install()));
self.addEventListener('activate', (event) => event.waitUntil(shell.dropOlder().then(() => self.clients.claim())));
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(shell.page(request));
  else if (isShellFile(url, files)) event.respondWith(shell.file(request));
  else if (isRoadTile(url)) event.respondWith(ahead.freshOrKept(request));
});
