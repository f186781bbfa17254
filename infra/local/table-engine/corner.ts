import type { OrderedStore } from './ordered-store.ts';

/** A small durable map of text beside the tables, for stand-ins that need to remember something. */
export interface Corner {
  put(key: string, value: string): Promise<void>;
  del(key: string): Promise<void>;
  /** All entries in the order of their keys. */
  entries(): AsyncIterable<[string, string]>;
}

/** Opens the corner of this name. */
export function openCorner(store: OrderedStore, name: string): Corner {
  const prefix = `q/${encodeURIComponent(name)}/`;
  return {
    put: (key, value) => store.commit([{ key: prefix + key, value }]),
    del: (key) => store.commit([{ key: prefix + key, value: undefined }]),
    entries: async function* () {
      await store.settled();
      // The slash is followed by '0' in byte order: any key's text lies between.
      const end = `${prefix.slice(0, -1)}0`;
      for await (const [key, value] of store.entries({ gte: prefix, lt: end })) yield [key.slice(prefix.length), value];
    },
  };
}
