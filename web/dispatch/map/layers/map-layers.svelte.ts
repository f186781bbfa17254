import type { Api } from '../../../api/api.ts';
import { Remembered } from '../../../ui/remembered.svelte.ts';
import type { StockLocation } from '../../../../shared/model/stock.ts';
import { listStockLocations } from '../../../../shared/protocol/endpoints/catalogue.ts';

import { KnownAssets } from './known-assets.svelte.ts';

export const layerNames = ['heat', 'routes', 'stock', 'assets', 'geofences'] as const;
export type LayerName = (typeof layerNames)[number];

/** Which layers lie on the map, remembered on this device, and what they need beside the board. */
export class MapLayers {
  stockLocations: readonly StockLocation[] = $state.raw([]);
  failed = $state(false);
  readonly assets: KnownAssets;
  readonly #api: Api;
  readonly #shown = new Remembered<LayerName>('fieldline.dispatch.layers.1', {
    heat: 0,
    routes: 0,
    stock: 0,
    assets: 0,
    geofences: 0,
  });
  #asked = false;

  constructor(api: Api) {
    this.#api = api;
    this.assets = new KnownAssets(api);
  }

  has(name: LayerName): boolean {
    return this.#shown.values[name] === 1;
  }

  /** What is shown again is read again: machines and stock places may have moved meanwhile. */
  set(name: LayerName, shown: boolean): void {
    if (shown && name === 'assets') this.assets.outdate();
    if (shown && name === 'stock') this.#asked = false;
    this.#shown.set(name, shown ? 1 : 0);
  }

  /** What a layer shows beside the board's own work. */
  async read(name: LayerName): Promise<void> {
    if (name === 'stock') await this.readStock();
    if (name === 'assets') await this.assets.read();
  }

  /** Reads the stock places when they are wanted. */
  async readStock(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    try {
      const { items } = await this.#api.call(listStockLocations, { query: { limit: 200 } });
      this.stockLocations = items;
      this.failed = false;
    } catch {
      this.#asked = false;
      this.failed = true;
    }
  }
}
