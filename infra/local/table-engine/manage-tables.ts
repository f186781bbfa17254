import { randomUUID } from 'node:crypto';
import describeShape from 'dynalite/validations/describeTable.js';
import listShape from 'dynalite/validations/listTables.js';
import { describeDefinition } from './describe-definition.ts';
import type { Operation } from './engine-core.ts';
import { parseRequest } from './parse-request.ts';
import { newStorageId } from './table-catalog.ts';
import type { IndexDefinition, TableDefinition } from './table-definition.ts';
import { type CreateTableRequest, createShape, type NewIndex } from './table-shapes.ts';
import { invalidParameter, validationError, WireError } from './wire-error.ts';

/** A table is ACTIVE as soon as the call is answered. */
export const createTable: Operation = async (core, body) => {
  const request = parseRequest<CreateTableRequest>(createShape, body);
  if (request.LocalSecondaryIndexes?.length)
    throw validationError('This engine has no local secondary indexes: use a global one');
  if (core.catalog.find(request.TableName))
    throw new WireError('ResourceInUseException', `Table already exists: ${request.TableName}`);
  checkStream(request.StreamSpecification);
  const createdAt = core.now();
  const definition: TableDefinition = {
    TableName: request.TableName,
    TableId: randomUUID(),
    AttributeDefinitions: request.AttributeDefinitions,
    KeySchema: request.KeySchema,
    BillingMode: request.BillingMode ?? 'PROVISIONED',
    ProvisionedThroughput: request.ProvisionedThroughput ?? { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
    GlobalSecondaryIndexes: (request.GlobalSecondaryIndexes ?? []).map((index) => newIndex(index, 'ACTIVE')),
    ...(request.StreamSpecification?.StreamEnabled && {
      StreamSpecification: request.StreamSpecification,
      streamFrom: createdAt,
    }),
    createdAt,
    DeletionProtectionEnabled: request.DeletionProtectionEnabled ?? false,
    storageId: newStorageId(),
  };
  await core.catalog.save(definition);
  return { TableDescription: describeDefinition(definition) };
};

export const describeTable: Operation = (core, body) => {
  const { TableName } = parseRequest<{ TableName: string }>(describeShape, body);
  return { Table: describeDefinition(core.catalog.described(TableName).definition) };
};

export const deleteTable: Operation = async (core, body) => {
  const { TableName } = parseRequest<{ TableName: string }>(describeShape, body);
  const table = core.catalog.described(TableName);
  if (table.definition.DeletionProtectionEnabled)
    throw validationError(`Resource cannot be deleted as it is currently protected against deletion.`);
  await core.catalog.drop(table);
  return { TableDescription: describeDefinition(table.definition, 'DELETING') };
};

export const listTables: Operation = (core, body) => {
  const request = parseRequest<{ ExclusiveStartTableName?: string; Limit?: number }>(listShape, body);
  const after = request.ExclusiveStartTableName ?? '';
  const names = core.catalog.names().filter((name) => name > after);
  const page = names.slice(0, request.Limit ?? 100);
  return { TableNames: page, ...(page.length < names.length && { LastEvaluatedTableName: page.at(-1) }) };
};

/** An index as it is kept. */
export function newIndex(index: NewIndex, IndexStatus: IndexDefinition['IndexStatus']): IndexDefinition {
  return { ...index, IndexStatus, storageId: newStorageId() };
}

/** Throws unless a stream is either off without or on with a view type. */
export function checkStream(stream: CreateTableRequest['StreamSpecification']): void {
  if (!stream) return;
  if (stream.StreamEnabled && !stream.StreamViewType)
    throw invalidParameter('StreamViewType must be specified when StreamEnabled is true');
  if (!stream.StreamEnabled && stream.StreamViewType)
    throw invalidParameter('StreamViewType cannot be specified when StreamEnabled is false');
}
