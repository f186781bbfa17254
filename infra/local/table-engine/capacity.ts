/** Units a call used, per table and index. */
export class CapacityMeter {
  private readonly tables = new Map<string, { table: number; indexes: Map<string, number> }>();

  add(table: string, units: number, index?: string): void {
    const found = this.tables.get(table) ?? { table: 0, indexes: new Map<string, number>() };
    this.tables.set(table, found);
    if (index === undefined) found.table += units;
    else found.indexes.set(index, (found.indexes.get(index) ?? 0) + units);
  }

  /** The answer's ConsumedCapacity entries in the wanted detail; `kind` adds the transactions' extra fields. */
  report(detail: string | undefined, kind?: 'Read' | 'Write'): ConsumedCapacity[] | undefined {
    if (detail !== 'TOTAL' && detail !== 'INDEXES') return undefined;
    return [...this.tables].map(([name, { table, indexes }]) => {
      const units = table + [...indexes.values()].reduce((sum, more) => sum + more, 0);
      const unitsOf = (n: number) => ({ CapacityUnits: n, ...(kind && { [`${kind}CapacityUnits`]: n }) });
      return {
        TableName: name,
        ...unitsOf(units),
        ...(detail === 'INDEXES' && {
          Table: unitsOf(table),
          ...(indexes.size > 0 && {
            GlobalSecondaryIndexes: Object.fromEntries([...indexes].map(([index, n]) => [index, unitsOf(n)])),
          }),
        }),
      };
    });
  }

  one(detail: string | undefined): { ConsumedCapacity?: ConsumedCapacity } {
    const first = this.report(detail)?.[0];
    return first ? { ConsumedCapacity: first } : {};
  }
}

export interface ConsumedCapacity {
  TableName: string;
  CapacityUnits: number;
}

/** Write units: one for each started KB, at least one. */
export function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1024));
}

/** Read units: one for each started 4 KB, half of it when eventually consistent, at least one step. */
export function readUnits(bytes: number, consistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / 4096)) * (consistent ? 1 : 0.5);
}
