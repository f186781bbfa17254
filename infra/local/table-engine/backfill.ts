import type { Item } from './attribute-value.ts';
import { checkStored } from './check-keys.ts';
import { latestItem } from './decide-write.ts';
import type { EngineCore } from './engine-core.ts';
import { expiryRow, expirySeconds, indexItem } from './item-writer.ts';
import type { Row } from './ordered-store.ts';
import { AFTER, indexRow } from './row-keys.ts';
import type { TableShape } from './table-shape.ts';

/** Rows decided in one synchronous turn; small, so that requests are served in between. */
const CHUNK = 200;

/**
 * Fills what a table gained after it had items: new indexes and expiry rows. Writes go on meanwhile and keep the new
 * rows themselves, because each chunk reads its items as the next write would, and decides in the same turn.
 */
export const backfill = {
  /** Fills and activates the table's new indexes in the background; `opened` starts it again after a crash. */
  start(core: EngineCore, tableName: string): void {
    fillIndexes(core, tableName).catch((fault: unknown) => {
      if (core.catalog.find(tableName)) console.error(`The new index of ${tableName} could not be filled`, fault);
    });
  },

  /** Writes the expiry row of every item. */
  async expiries(core: EngineCore, tableName: string): Promise<void> {
    await eachItem(core, tableName, (table, key, item) => {
      const seconds = expirySeconds(table, item);
      return seconds === undefined ? [] : [{ key: expiryRow(table, key, seconds), value: '' }];
    });
    const definition = core.catalog.find(tableName)?.definition;
    if (definition) await core.catalog.save({ ...definition, ttlFilling: false });
  },
};

async function fillIndexes(core: EngineCore, tableName: string): Promise<void> {
  await eachItem(core, tableName, (table, _key, item) => {
    const fresh = table.indexes.filter(({ active }) => !active);
    return fresh.flatMap((index): Row[] => {
      const row = fits(table, item) ? indexItem(index, item) : undefined;
      return row ? [{ key: indexRow(table, index, row), value: JSON.stringify(row) }] : [];
    });
  });
  const table = core.catalog.find(tableName);
  if (!table) return;
  const GlobalSecondaryIndexes = table.definition.GlobalSecondaryIndexes.map((index) => ({
    ...index,
    IndexStatus: 'ACTIVE' as const,
  }));
  await core.catalog.save({ ...table.definition, GlobalSecondaryIndexes });
}

async function eachItem(
  core: EngineCore,
  tableName: string,
  rowsOf: (table: TableShape, key: string, item: Item) => Row[],
): Promise<void> {
  let range = itemRange(core, tableName);
  while (range) {
    const keys = await core.store.keys({ ...range, limit: CHUNK });
    const last = keys.at(-1);
    const table = core.catalog.find(tableName);
    if (!last || !table) return;
    const rows = keys.flatMap((key) => {
      const item = latestItem(core, key);
      return item ? rowsOf(table, key, item) : [];
    });
    await core.store.commit(rows);
    range = { gt: last, lt: table.rows.items + AFTER };
  }
}

function itemRange(core: EngineCore, tableName: string): { gt: string; lt: string } | undefined {
  const prefix = core.catalog.find(tableName)?.rows.items;
  return prefix === undefined ? undefined : { gt: prefix, lt: prefix + AFTER };
}

// An older item whose attribute has another type than the new key stays out of the index, as on AWS.
function fits(table: TableShape, item: Item): boolean {
  try {
    checkStored(table, item);
    return true;
  } catch {
    return false;
  }
}
