/** The one table, without its name: what the local engine, the tests and the cloud's stack all create. */
export const tableDefinition = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** General indexes; what each is for, and why the last one holds keys alone, stands in docs/data-model.md. */
  indexes: [
    { name: 'gsi1', partitionKey: 'gsi1pk', sortKey: 'gsi1sk', projection: 'ALL' },
    { name: 'gsi2', partitionKey: 'gsi2pk', sortKey: 'gsi2sk', projection: 'ALL' },
    { name: 'gsi3', partitionKey: 'gsi3pk', sortKey: 'gsi3sk', projection: 'KEYS_ONLY' },
  ],
  /** Epoch seconds after which the table forgets the item. */
  timeToLiveAttribute: 'expiresAt',
  streamView: 'NEW_AND_OLD_IMAGES',
} as const;

/** The events of the history after which clocks or decisions on coverage may be others. */
export const promiseEvents = [
  'service-request.received',
  'service-request.accepted',
  'work-order.held',
  'work-order.closed',
  'work-order.cancelled',
  'appointment.created',
  'appointment.scheduled',
  'appointment.promised',
  'appointment.on-site',
  'appointment.completed',
  'appointment.cannot-complete',
  'appointment.cancelled',
  'appointment.part-used',
  'appointment.part-returned',
  'appointment.part-swapped',
] as const;

/** The kinds of things that decide on coverage, and how far open work was decided anew by them. */
export const promiseThings = [
  'coverage-policy',
  'coverage-review',
  'price-list',
  'service-contract',
  'warranty',
] as const;

/** The kinds of things whose changes are passed on; records of all others start no function. */
export const passedOn = [
  'absence',
  'appointment',
  'field-notice',
  'history-entry',
  'latest-position',
  'message',
  'plan',
  'plan-part',
  'service-request',
  'technician',
  'tenant',
] as const;

export type IndexName = (typeof tableDefinition.indexes)[number]['name'];

/** The same as the input of DynamoDB's CreateTable; time to live is switched on by a call of its own. */
export const createTableInput = (tableName: string) => {
  const keys = [tableDefinition, ...tableDefinition.indexes];
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST' as const,
    AttributeDefinitions: keys.flatMap(({ partitionKey, sortKey }) =>
      [partitionKey, sortKey].map((name) => ({ AttributeName: name, AttributeType: 'S' as const })),
    ),
    KeySchema: keySchemaOf(tableDefinition),
    GlobalSecondaryIndexes: tableDefinition.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchemaOf(index),
      Projection: { ProjectionType: index.projection },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: tableDefinition.streamView },
  };
};

const keySchemaOf = ({ partitionKey, sortKey }: { readonly partitionKey: string; readonly sortKey: string }) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
];
