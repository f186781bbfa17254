import type { Corner } from '../../infra/local/table-engine/table-engine.ts';

/** A corner that forgets at the end of the test. */
export function memoryCorner(): Corner {
  const kept = new Map<string, string>();
  return {
    put: async (key, value) => {
      kept.set(key, value);
    },
    del: async (key) => {
      kept.delete(key);
    },
    entries: async function* () {
      yield* [...kept].sort(([a], [b]) => (a < b ? -1 : 1));
    },
  };
}
