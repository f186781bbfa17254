import { randomBytes } from 'node:crypto';
import type { OrderedStore, Row } from './ordered-store.ts';
import { AFTER } from './row-keys.ts';
import type { TableDefinition } from './table-definition.ts';
import { shapeOf, type TableShape } from './table-shape.ts';
import { tableNotFound } from './wire-error.ts';

/** The tables that exist, in memory and on disk; rows of deleted tables and indexes are cleared in the background. */
export class TableCatalog {
  private readonly store: OrderedStore;
  private readonly tables = new Map<string, TableShape>();
  private clearing: Promise<void> = Promise.resolve();

  private constructor(store: OrderedStore) {
    this.store = store;
  }

  static async open(store: OrderedStore): Promise<TableCatalog> {
    const catalog = new TableCatalog(store);
    for await (const text of store.values({ gte: 'm/', lt: `m/${AFTER}` }))
      catalog.remember(JSON.parse(text) as TableDefinition);
    for (const key of await store.keys({ gte: 'x/', lt: `x/${AFTER}` })) catalog.clear(key.slice(2));
    return catalog;
  }

  find(name: string): TableShape | undefined {
    return this.tables.get(name);
  }

  get(name: string): TableShape {
    const table = this.tables.get(name);
    if (!table) throw tableNotFound();
    return table;
  }

  /** The table an administrative call names; its error names the table. */
  described(name: string): TableShape {
    const table = this.tables.get(name);
    if (!table) throw tableNotFound(`Requested resource not found: Table: ${name} not found`);
    return table;
  }

  names(): string[] {
    return [...this.tables.keys()].sort();
  }

  all(): TableShape[] {
    return [...this.tables.values()];
  }

  /** Puts a new or changed definition in force at once; resolves when it is on disk. */
  save(definition: TableDefinition, rows: readonly Row[] = []): Promise<void> {
    this.remember(definition);
    return this.store.commit([{ key: `m/${definition.TableName}`, value: JSON.stringify(definition) }, ...rows]);
  }

  /** Takes the table away at once; its rows are cleared after this is on disk. */
  async drop(table: TableShape): Promise<void> {
    this.tables.delete(table.name);
    const prefixes = ['i', 'g', 's', 't', 'p'].map((kind) => `${kind}/${table.definition.storageId}/`);
    await this.store.commit([{ key: `m/${table.name}`, value: undefined }, ...prefixes.map(doomed)]);
    for (const prefix of prefixes) this.clear(prefix);
  }

  /** Saves a definition that no longer has some rows, and clears them. */
  async saveWithout(definition: TableDefinition, prefix: string): Promise<void> {
    await this.save(definition, [doomed(prefix)]);
    this.clear(prefix);
  }

  cleared(): Promise<void> {
    return this.clearing;
  }

  private remember(definition: TableDefinition): void {
    this.tables.set(definition.TableName, shapeOf(definition));
  }

  private clear(prefix: string): void {
    this.clearing = this.clearing.then(async () => {
      await this.store.clear({ gte: prefix, lt: prefix + AFTER });
      await this.store.commit([{ key: `x/${prefix}`, value: undefined }]);
    });
    this.clearing.catch(() => {});
  }
}

/** A short name for the rows of one table or index. */
export function newStorageId(): string {
  return randomBytes(6).toString('hex');
}

function doomed(prefix: string): Row {
  return { key: `x/${prefix}`, value: '' };
}
