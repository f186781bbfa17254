export interface ShellCacheDeps {
  readonly caches: CacheStorage;
  readonly fetch: (request: RequestInfo) => Promise<Response>;
  /** Addresses of the page's files as they were built. */
  readonly files: readonly string[];
  /** Another for every other content. */
  readonly version: string;
}

const page = '/technician/index.html';
const settings = '/config.json';
const prefix = 'fieldline-shell-';

/** The page's own files, whole or not at all, one cache per version. */
export class ShellCache {
  readonly #deps: ShellCacheDeps;
  readonly #name: string;

  constructor(deps: ShellCacheDeps) {
    this.#deps = deps;
    this.#name = prefix + shortOf(deps.version);
  }

  /** Fetches every file, or takes it from the version before where its name says that it is the same. */
  async install(): Promise<void> {
    const { caches, files, fetch: get } = this.#deps;
    const cache = await caches.open(this.#name);
    for (const file of [...files, settings]) {
      const kept = hasHash(file) ? await caches.match(file) : undefined;
      const response = kept ?? (await get(new Request(file, { cache: 'reload' })));
      if (!response.ok) throw new Error(`${file} answered ${response.status}`);
      await cache.put(file, response);
    }
  }

  async dropOlder(): Promise<void> {
    const names = await this.#deps.caches.keys();
    const older = names.filter((name) => name.startsWith(prefix) && name !== this.#name);
    await Promise.all(older.map((name) => this.#deps.caches.delete(name)));
  }

  /** Whatever the address asks for below the page, its fragment and query say the rest. */
  async page(request: Request): Promise<Response> {
    const cache = await this.#deps.caches.open(this.#name);
    return (await cache.match(page)) ?? this.#deps.fetch(request);
  }

  async file(request: Request): Promise<Response> {
    const cache = await this.#deps.caches.open(this.#name);
    const kept = await cache.match(request.url);
    if (kept && isSettings(request.url)) void this.#refresh(cache, request);
    return kept ?? this.#deps.fetch(request);
  }

  /** The operator's settings come from the cache at once and are new the next time. */
  async #refresh(cache: Cache, request: Request): Promise<void> {
    const response = await this.#deps.fetch(request).catch(() => undefined);
    if (response?.ok) await cache.put(settings, response);
  }
}

export const isShellFile = ({ pathname }: URL, files: readonly string[]): boolean =>
  pathname === settings || files.includes(pathname);

const isSettings = (url: string): boolean => new URL(url).pathname === settings;
const hasHash = (file: string): boolean => file.startsWith('/assets/');

const shortOf = (text: string): string => {
  let hash = 0;
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(36);
};
