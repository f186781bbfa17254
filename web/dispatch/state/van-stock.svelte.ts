import type { Api } from '../../api/api.ts';
import { listStockLevels } from '../../../shared/protocol/endpoints/stock.ts';
import { none, withEntry } from './newest.ts';
import { quantitiesOf } from './quantities-of.ts';

/** What lies on the vans, asked for when it first matters; a hint while dragging, the server counts again. */
export class VanStock {
  #known: ReadonlyMap<string, ReadonlyMap<string, number>> = $state.raw(none);
  #asked: readonly string[] = [];
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** By part id; undefined while it is not known. A technician without a van carries nothing. */
  of(stockLocationId: string | undefined): ReadonlyMap<string, number> | undefined {
    if (stockLocationId === undefined) return none;
    if (!this.#asked.includes(stockLocationId)) void this.#ask(stockLocationId);
    return this.#known.get(stockLocationId);
  }

  async #ask(stockLocationId: string): Promise<void> {
    this.#asked = [...this.#asked, stockLocationId];
    try {
      const { items } = await this.#api.call(listStockLevels, { params: { stockLocationId }, query: { limit: 200 } });
      this.#known = withEntry(this.#known, stockLocationId, quantitiesOf(items));
    } catch {
      // Asked again at the next drag; until then the server alone decides.
      this.#asked = this.#asked.filter((id) => id !== stockLocationId);
    }
  }
}
