import type { IndexDefinition, TableDefinition } from './table-definition.ts';
import { streamArn, streamLabel, tableArn } from './table-shape.ts';

/** The TableDescription of DescribeTable and its kin. Counts are not kept, as AWS renews them only every six hours. */
export function describeDefinition(definition: TableDefinition, status = 'ACTIVE') {
  const onDemand = definition.BillingMode === 'PAY_PER_REQUEST';
  const createdSeconds = definition.createdAt / 1000;
  return {
    TableName: definition.TableName,
    TableArn: tableArn(definition),
    TableId: definition.TableId,
    TableStatus: status,
    CreationDateTime: createdSeconds,
    AttributeDefinitions: definition.AttributeDefinitions,
    KeySchema: definition.KeySchema,
    ItemCount: 0,
    TableSizeBytes: 0,
    ProvisionedThroughput: { ...definition.ProvisionedThroughput, NumberOfDecreasesToday: 0 },
    DeletionProtectionEnabled: definition.DeletionProtectionEnabled,
    ...(onDemand && {
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST', LastUpdateToPayPerRequestDateTime: createdSeconds },
    }),
    ...(definition.GlobalSecondaryIndexes.length > 0 && {
      GlobalSecondaryIndexes: definition.GlobalSecondaryIndexes.map((index) => describeIndex(definition, index)),
    }),
    ...(definition.StreamSpecification?.StreamEnabled && {
      StreamSpecification: definition.StreamSpecification,
      LatestStreamArn: streamArn(definition),
      LatestStreamLabel: streamLabel(definition),
    }),
  };
}

function describeIndex(definition: TableDefinition, index: IndexDefinition) {
  return {
    IndexName: index.IndexName,
    IndexArn: `${tableArn(definition)}/index/${index.IndexName}`,
    KeySchema: index.KeySchema,
    Projection: index.Projection,
    IndexStatus: index.IndexStatus,
    ...(index.IndexStatus === 'CREATING' && { Backfilling: true }),
    ProvisionedThroughput: {
      ReadCapacityUnits: 0,
      WriteCapacityUnits: 0,
      ...index.ProvisionedThroughput,
      NumberOfDecreasesToday: 0,
    },
    ItemCount: 0,
    IndexSizeBytes: 0,
  };
}
