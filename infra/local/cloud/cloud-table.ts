import * as z from 'zod/mini';
import type { TableWish } from '../open-data.ts';
import type { Resource } from './resolve.ts';

/** The one table of the templates as DynamoDB's CreateTable takes it. */
export function cloudTable(resources: readonly Resource[]): TableWish & { readonly arn: string } {
  const tables = resources.filter(({ type }) => /^AWS::DynamoDB::(Global)?Table$/.test(type));
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error(`The templates declare ${tables.length} tables instead of one`);
  const {
    TimeToLiveSpecification: timeToLive,
    StreamSpecification: stream,
    ...shape
  } = tableShape.parse(table.properties);
  return {
    arn: table.arn,
    timeToLiveAttribute: timeToLive.AttributeName,
    input: {
      ...shape,
      TableName: table.name,
      StreamSpecification: { StreamEnabled: true, StreamViewType: stream.StreamViewType },
    },
  };
}

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
/** What the engine is told; backups, encryption and replicas are AWS's own affair. */
const tableShape = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  BillingMode: z.enum(['PAY_PER_REQUEST', 'PROVISIONED']),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z.array(
    z.object({
      IndexName: z.string(),
      KeySchema: keySchema,
      Projection: z.object({
        ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
        NonKeyAttributes: z.optional(z.array(z.string())),
      }),
    }),
  ),
  StreamSpecification: z.object({
    StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']),
  }),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.literal(true) }),
});
