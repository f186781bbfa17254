import createTableShape from 'dynalite/validations/createTable.js';
import describeTableShape from 'dynalite/validations/describeTable.js';
import updateTableShape from 'dynalite/validations/updateTable.js';
import type { IndexDefinition, StreamSpecification, TableDefinition } from './table-definition.ts';

type Shape = typeof createTableShape;
type Fields = Record<string, unknown>;

const streamSpecification = {
  type: 'FieldStruct<StreamSpecification>',
  children: {
    StreamEnabled: { type: 'Boolean', notNull: true },
    StreamViewType: { type: 'String', enum: ['NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES', 'KEYS_ONLY'] },
  },
};
const younger = { StreamSpecification: streamSpecification, DeletionProtectionEnabled: 'Boolean' };

export const createShape: Shape = { ...createTableShape, types: { ...createTableShape.types, ...younger } };

/** dynalite's UpdateTable wants throughput for a new index even on demand, and knows neither streams nor attributes. */
export const updateShape: Shape = {
  types: {
    ...onDemandIndexes(updateTableShape.types),
    ...younger,
    AttributeDefinitions: optional((createTableShape.types as Fields)['AttributeDefinitions']),
  },
};

export const timeToLiveShape: Shape = {
  types: {
    ...describeTableShape.types,
    TimeToLiveSpecification: {
      type: 'FieldStruct<TimeToLiveSpecification>',
      notNull: true,
      children: {
        Enabled: { type: 'Boolean', notNull: true },
        AttributeName: { type: 'String', notNull: true, lengthGreaterThanOrEqual: 1, lengthLessThanOrEqual: 255 },
      },
    },
  },
};

export type NewIndex = Omit<IndexDefinition, 'IndexStatus' | 'storageId'>;

export interface CreateTableRequest {
  TableName: string;
  AttributeDefinitions: TableDefinition['AttributeDefinitions'];
  KeySchema: TableDefinition['KeySchema'];
  BillingMode?: TableDefinition['BillingMode'];
  ProvisionedThroughput?: TableDefinition['ProvisionedThroughput'];
  GlobalSecondaryIndexes?: NewIndex[];
  LocalSecondaryIndexes?: unknown[];
  StreamSpecification?: StreamSpecification;
  DeletionProtectionEnabled?: boolean;
}
export interface UpdateTableRequest {
  TableName: string;
  AttributeDefinitions?: TableDefinition['AttributeDefinitions'];
  BillingMode?: TableDefinition['BillingMode'];
  ProvisionedThroughput?: TableDefinition['ProvisionedThroughput'];
  StreamSpecification?: StreamSpecification;
  DeletionProtectionEnabled?: boolean;
  GlobalSecondaryIndexUpdates?: { Create?: NewIndex; Delete?: { IndexName: string }; Update?: { IndexName: string } }[];
}

function optional(field: unknown): Fields {
  const { notNull: _required, ...rest } = field as Fields;
  return rest;
}

function onDemandIndexes(types: Fields): Fields {
  const copy = structuredClone(types);
  const at = (node: unknown, ...path: string[]) =>
    path.reduce<unknown>((found, name) => (found as Fields)[name], node) as Fields;
  const create = at(copy, 'GlobalSecondaryIndexUpdates', 'children', 'children', 'Create', 'children');
  delete at(create, 'ProvisionedThroughput')['notNull'];
  return copy;
}
