export interface AheadCacheDeps {
  readonly caches: CacheStorage;
  readonly fetch: (request: RequestInfo) => Promise<Response>;
}

/** What was fetched ahead for the map; cleared by the page at signing out. */
export const aheadCacheName = 'fieldline-ahead-1';

export const isRoadTile = ({ pathname }: URL): boolean => /^\/v1\/road-tiles\/\d+\/\d+\/\d+$/.test(pathname);

/** Roads of the day's area: from the network where there is one, else as they were last. */
export class AheadCache {
  readonly #deps: AheadCacheDeps;

  constructor(deps: AheadCacheDeps) {
    this.#deps = deps;
  }

  async freshOrKept(request: Request): Promise<Response> {
    const { caches, fetch: get } = this.#deps;
    try {
      const response = await get(request);
      // A copy, as the body is read once only.
      if (response.ok) await (await caches.open(aheadCacheName)).put(request.url, response.clone());
      return response;
    } catch (fault) {
      const kept = await (await caches.open(aheadCacheName)).match(request.url);
      if (kept) return kept;
      throw fault;
    }
  }
}
