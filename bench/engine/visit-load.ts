import {
  CreateTableCommand,
  type DynamoDBClient,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';

/** The one index key under which all put items lie. */
export const PARTITION = 'everything';
const TableName = 'visits';
const TEXT = 'x'.repeat(220);

/** A table with one full index and a stream of both images. */
export function createVisits(client: DynamoDBClient) {
  return client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk', 'g'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [
        {
          IndexName: 'by-group',
          KeySchema: [{ AttributeName: 'g', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
}

/** Puts one item of about 300 bytes; negative numbers warm up outside the counted partition. */
export function putVisit(client: DynamoDBClient, n: number) {
  return client.send(new PutItemCommand(plainPut(n)));
}

/** Writes three items at once: two new ones under a condition, and a counter. */
export function transactVisit(client: DynamoDBClient, n: number) {
  return client.send(new TransactWriteItemsCommand(plainTransaction(n)));
}

export function plainPut(n: number) {
  return { TableName, Item: visit(`p${n % 100}`, n, n < 0 ? 'warm' : PARTITION) };
}

export function plainTransaction(n: number) {
  const ConditionExpression = 'attribute_not_exists(pk) OR n = :n';
  const fresh = (pk: string) => ({
    TableName,
    Item: visit(pk, n, 'pairs'),
    ConditionExpression,
    ExpressionAttributeValues: { ':n': { N: String(n) } },
  });
  return {
    TransactItems: [
      { Put: fresh(`t${n}`) },
      { Put: fresh(`u${n}`) },
      {
        Update: {
          TableName,
          Key: { pk: { S: `count${n % 50}` }, sk: { S: 'count' } },
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: { ':one': { N: '1' } },
        },
      },
    ],
  };
}

function visit(pk: string, n: number, g: string) {
  return { pk: { S: pk }, sk: { S: `visit-${n}` }, g: { S: g }, n: { N: String(n) }, text: { S: TEXT } };
}
