import { ClassicLevel } from 'classic-level';

/** One row of a batch; without a value the row is deleted. */
export interface Row {
  key: string;
  value: string | undefined;
}

export interface RowRange {
  gt?: string;
  gte?: string;
  lt?: string;
  lte?: string;
  reverse?: boolean;
  limit?: number;
}

interface Group {
  rows: Row[];
  durable: Promise<void>;
  settle: { resolve: () => void; reject: (fault: unknown) => void };
}

/**
 * LevelDB with group commit. A write is decided in one synchronous turn: it reads through `latest` (which sees rows
 * that are decided but not yet on disk), then `commit`s all its rows. Rows of all writes that arrive while a flush
 * is under way go to disk together, as one atomic batch with fsync. Ordinary reads go to LevelDB itself and so see
 * exactly what is durable: every acknowledged write and never one that a crash could take back.
 */
export class OrderedStore {
  private readonly level: ClassicLevel;
  private readonly overlay = new Map<string, { value: string | undefined; group: Group }>();
  private group = newGroup();
  private flushing: Promise<void> | undefined;
  private writing: Group | undefined;
  private nextFlush = newGroup();
  private fault: unknown;

  private constructor(level: ClassicLevel) {
    this.level = level;
  }

  static async open(folder: string): Promise<OrderedStore> {
    // 4 MB of log before a table file is written keeps compactions rare; 8 MB of cache holds the hot blocks.
    const level = new ClassicLevel(folder, { writeBufferSize: 4 * 2 ** 20, cacheSize: 8 * 2 ** 20 });
    try {
      await level.open();
    } catch (cause) {
      throw new Error(`The data folder ${folder} cannot be opened; another process may be using it`, { cause });
    }
    return new OrderedStore(level);
  }

  /** The row as the next write must see it, durable or decided. */
  latest(key: string): string | undefined {
    const decided = this.overlay.get(key);
    return decided ? decided.value : this.level.getSync(key);
  }

  /** The durable row. */
  durable(key: string): string | undefined {
    return this.level.getSync(key);
  }

  /** Durable rows of several keys at one point in time. */
  durableTogether(keys: readonly string[]): (string | undefined)[] {
    const snapshot = this.level.snapshot();
    try {
      return keys.map((key) => this.level.getSync(key, { snapshot }));
    } finally {
      void snapshot.close();
    }
  }

  /** Decides the rows at once; resolves when they are on disk, together or not at all. */
  commit(rows: readonly Row[]): Promise<void> {
    if (this.fault !== undefined) return Promise.reject(this.fault);
    if (rows.length === 0) return this.settled();
    const group = this.group;
    for (const row of rows) {
      group.rows.push(row);
      this.overlay.set(row.key, { value: row.value, group });
    }
    this.flushing ??= this.flush();
    return group.durable;
  }

  /** Resolves when everything decided so far is on disk: an answer that rests on decided rows waits for it. */
  settled(): Promise<void> {
    if (this.fault !== undefined) return Promise.reject(this.fault);
    if (this.group.rows.length > 0) return this.group.durable;
    return this.writing?.durable ?? Promise.resolve();
  }

  /** Resolves after the next group reached the disk. */
  flushed(): Promise<void> {
    return this.nextFlush.durable;
  }

  values(range: RowRange): AsyncIterable<string> {
    return this.level.values({ ...range, highWaterMarkBytes: 128 * 1024 });
  }

  entries(range: RowRange): AsyncIterable<[string, string]> {
    return this.level.iterator({ ...range, highWaterMarkBytes: 128 * 1024 });
  }

  async keys(range: RowRange): Promise<string[]> {
    return this.level.keys(range).all();
  }

  async clear(range: { gte: string; lt: string }): Promise<void> {
    await this.level.clear(range);
  }

  async close(): Promise<void> {
    await this.flushing;
    await this.level.close();
  }

  private async flush(): Promise<void> {
    // One turn of the event loop lets the requests that are already here join the first group.
    await new Promise(setImmediate);
    while (this.group.rows.length > 0 && this.fault === undefined) {
      const group = this.group;
      this.group = newGroup();
      this.writing = group;
      await this.write(group);
    }
    this.writing = undefined;
    this.flushing = undefined;
  }

  private async write(group: Group): Promise<void> {
    try {
      await this.level.batch(
        group.rows.map(({ key, value }) => (value === undefined ? { type: 'del', key } : { type: 'put', key, value })),
        { sync: true },
      );
    } catch (fault) {
      // What is decided but lost cannot be undone for those who read it: refuse all further work.
      this.fault = fault;
      group.settle.reject(fault);
      this.group.settle.reject(fault);
      return;
    }
    for (const { key } of group.rows) if (this.overlay.get(key)?.group === group) this.overlay.delete(key);
    group.settle.resolve();
    const flushed = this.nextFlush;
    this.nextFlush = newGroup();
    flushed.settle.resolve();
  }
}

function newGroup(): Group {
  let settle: Group['settle'] = { resolve: () => {}, reject: () => {} };
  const durable = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  durable.catch(() => {});
  return { rows: [], durable, settle };
}
