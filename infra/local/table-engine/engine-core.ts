import type { ChangeStreams } from './change-streams.ts';
import type { OrderedStore } from './ordered-store.ts';
import type { TableCatalog } from './table-catalog.ts';

/** What every operation works on. */
export interface EngineCore {
  store: OrderedStore;
  catalog: TableCatalog;
  streams: ChangeStreams;
  /** Epoch ms. */
  now: () => number;
}

/** One wire operation: decoded JSON in, decoded JSON out; throws WireError. */
export type Operation = (core: EngineCore, body: unknown) => unknown;
