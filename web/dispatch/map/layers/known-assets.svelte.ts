import type { Api } from '../../../api/api.ts';
import { listAssets } from '../../../../shared/protocol/endpoints/assets.ts';
import { noAssets, withPage, type AssetsById } from './known-asset.ts';

/** So many stay smooth on the map; the list of assets has them all. */
const mostShown = 10_000;

/** All machines of the company with where they stand, read page by page when they are wanted; seen as they come. */
export class KnownAssets {
  items: AssetsById = $state.raw(noAssets);
  failed = $state(false);
  /** There are more than the map takes. */
  cut = $state(false);
  readonly #api: Pick<Api, 'call'>;
  #reading = false;
  #cursor: string | undefined;
  #done = false;
  /** Those of the reading that is going on, or was the last. */
  #seen: AssetsById = noAssets;

  constructor(api: Pick<Api, 'call'>) {
    this.#api = api;
  }

  /** Goes on where it stopped. */
  async read(): Promise<void> {
    if (this.#reading || this.#done) return;
    this.#reading = true;
    this.failed = false;
    try {
      while (!this.#done) await this.#readPage();
    } catch {
      this.failed = true;
    }
    this.#reading = false;
  }

  /** What was read to its end is read again from the beginning when it is wanted next; until then it stays as it was. */
  outdate(): void {
    if (!this.#done) return;
    this.#done = false;
    this.#cursor = undefined;
    this.#seen = noAssets;
  }

  async #readPage(): Promise<void> {
    const query = { limit: 200, sites: 'with' as const, ...(this.#cursor !== undefined && { cursor: this.#cursor }) };
    const page = await this.#api.call(listAssets, { query });
    this.#seen = withPage(this.#seen, page);
    this.items = withPage(this.items, page);
    this.#cursor = page.nextCursor;
    this.cut = page.nextCursor !== undefined && this.#seen.size >= mostShown;
    this.#done = page.nextCursor === undefined || this.cut;
    // What is not among them any more was sold or taken away.
    if (this.#done) this.items = this.#seen;
  }
}
