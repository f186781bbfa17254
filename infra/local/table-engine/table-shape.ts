import type { IndexDefinition, KeySchemaElement, StreamViewType, TableDefinition } from './table-definition.ts';

export interface KeyAttribute {
  name: string;
  type: 'S' | 'N' | 'B';
}

/** Partition key and sort key of a table or an index, in this order. */
export type KeyShape = readonly [KeyAttribute, KeyAttribute?];

export interface IndexShape {
  name: string;
  key: KeyShape;
  /** Names of the attributes a row carries; every attribute when undefined. */
  projected: ReadonlySet<string> | undefined;
  active: boolean;
  rows: string;
}

/** What reads and writes need to know of a table, worked out once per change of its definition. */
export interface TableShape {
  name: string;
  definition: TableDefinition;
  key: KeyShape;
  keyNames: readonly string[];
  indexes: readonly IndexShape[];
  stream: { viewType: StreamViewType; arn: string } | undefined;
  ttlAttribute: string | undefined;
  /** Prefixes of the table's rows in the store. */
  rows: { items: string; stream: string; ttl: string; checkpoints: string };
}

/** Works the shape out of a definition. */
export function shapeOf(definition: TableDefinition): TableShape {
  const key = keyShape(definition, definition.KeySchema);
  const id = definition.storageId;
  return {
    name: definition.TableName,
    definition,
    key,
    keyNames: namesOf(key),
    indexes: definition.GlobalSecondaryIndexes.map((index) => indexShape(definition, index)),
    stream: definition.StreamSpecification?.StreamEnabled
      ? {
          viewType: definition.StreamSpecification.StreamViewType ?? 'NEW_AND_OLD_IMAGES',
          arn: streamArn(definition),
        }
      : undefined,
    ttlAttribute: definition.ttlAttribute,
    rows: { items: `i/${id}/`, stream: `s/${id}/`, ttl: `t/${id}/`, checkpoints: `p/${id}/` },
  };
}

export function namesOf(key: KeyShape): string[] {
  return key.filter((attribute) => attribute !== undefined).map((attribute) => attribute.name);
}

export function tableArn(definition: TableDefinition): string {
  return `arn:aws:dynamodb:local:000000000000:table/${definition.TableName}`;
}

export function streamLabel(definition: TableDefinition): string {
  return new Date(definition.streamFrom ?? 0).toISOString().slice(0, -1);
}

export function streamArn(definition: TableDefinition): string {
  return `${tableArn(definition)}/stream/${streamLabel(definition)}`;
}

export function indexRows(definition: TableDefinition, index: IndexDefinition): string {
  return `g/${definition.storageId}/${index.storageId}/`;
}

function indexShape(definition: TableDefinition, index: IndexDefinition): IndexShape {
  const key = keyShape(definition, index.KeySchema);
  const { ProjectionType: type, NonKeyAttributes: more = [] } = index.Projection;
  const keyNames = [...namesOf(key), ...namesOf(keyShape(definition, definition.KeySchema))];
  return {
    name: index.IndexName,
    key,
    projected: type === 'ALL' ? undefined : new Set([...keyNames, ...(type === 'INCLUDE' ? more : [])]),
    active: index.IndexStatus === 'ACTIVE',
    rows: indexRows(definition, index),
  };
}

function keyShape(definition: TableDefinition, schema: KeySchemaElement[]): KeyShape {
  const [hash, range] = schema.map(({ AttributeName: name }) => {
    const found = definition.AttributeDefinitions.find((attribute) => attribute.AttributeName === name);
    if (!found) throw new Error(`key attribute ${name} has no definition`);
    return { name, type: found.AttributeType };
  });
  if (!hash) throw new Error('a key schema has a partition key');
  return range ? [hash, range] : [hash];
}
