import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod/mini';
import { partitionOf, tenantOfPartition } from './keys.ts';
import { tableDefinition, type IndexName } from './table.ts';

export type Item = Record<string, AttributeValue>;
/** Where a thing lies: its partition without the tenant, which the store puts before it, and its place therein. */
export interface Place {
  readonly partition: readonly string[];
  readonly sort: string;
}
type PlaceInIndex<Value> = (value: Value) => Place | undefined;

/**
 * One kind of stored thing, declared once: the model's own schema and where it lies in the table and in each index.
 * `Ref` is what one must know to find it.
 */
export interface Entity<Value, Ref> extends Partial<Readonly<Record<IndexName, PlaceInIndex<Value>>>> {
  readonly name: string;
  readonly schema: z.ZodMiniType<Value>;
  readonly key: (ref: Ref) => Place;
  /** The instant after which it may be forgotten. */
  readonly expiresAt?: (value: Value) => string | undefined;
}

export const defineEntity = <Value extends Ref, Ref>(entity: Entity<Value, Ref>): Entity<Value, Ref> => entity;

/** Names the entity in each item, so that readers of mixed partitions tell them apart. */
const nameAttribute = 'entity';
/** The thing itself lies in one map, so that its fields never collide with keys and time to live. */
export const dataAttribute = 'data';

export const keyOf = <Value, Ref>(entity: Entity<Value, Ref>, tenantId: string, ref: Ref): Item => {
  const { partition, sort } = entity.key(ref);
  return {
    [tableDefinition.partitionKey]: { S: partitionOf(tenantId, ...partition) },
    [tableDefinition.sortKey]: { S: sort },
  };
};

/** The item as it is written; a value that its schema refuses is a fault of the program. */
export const itemOf = <Value extends Ref, Ref>(entity: Entity<Value, Ref>, tenantId: string, value: Value): Item => {
  const item: Item = {
    ...keyOf(entity, tenantId, value),
    [nameAttribute]: { S: entity.name },
    [dataAttribute]: { M: marshall(fitting(entity, value), { removeUndefinedValues: true }) },
  };
  for (const index of tableDefinition.indexes) {
    const place = entity[index.name]?.(value);
    if (!place) continue;
    item[index.partitionKey] = { S: partitionOf(tenantId, ...place.partition) };
    item[index.sortKey] = { S: place.sort };
  }
  const expiresAt = entity.expiresAt?.(value);
  if (expiresAt !== undefined) {
    item[tableDefinition.timeToLiveAttribute] = { N: String(Math.ceil(Date.parse(expiresAt) / 1000)) };
  }
  return item;
};

/** The thing in an item, with its tenant; undefined where the item is of another kind. A stored shape that its schema refuses is a fault. */
export const readItem = <Value, Ref>(
  entity: Entity<Value, Ref>,
  item: Item,
): { readonly tenantId: string; readonly value: Value } | undefined => {
  if (item[nameAttribute]?.S !== entity.name) return undefined;
  const partition = item[tableDefinition.partitionKey]?.S ?? '';
  const stored = item[dataAttribute]?.M ?? {};
  const where = `${partition} / ${item[tableDefinition.sortKey]?.S}`;
  return { tenantId: tenantOfPartition(partition), value: parsed(entity, unmarshall(stored), where) };
};

/** The value as its schema reads it; what does not fit is a fault of the program. */
export const fitting = <Value, Ref>(entity: Entity<Value, Ref>, value: unknown): Value =>
  parsed(entity, value, 'about to be written');

const parsed = <Value, Ref>(entity: Entity<Value, Ref>, value: unknown, where: string): Value => {
  const result = z.safeParse(entity.schema, value);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`The ${entity.name} at ${where} does not fit its schema: ${issues}`);
};
