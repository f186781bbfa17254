import { ScanCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';

/** Everything that lies in the table, by the name of its entity; only a test may look so. */
export const storedThings = async (client: DynamoDBClient, tableName: string) => {
  const things = new Map<string, Record<string, unknown>[]>();
  let ExclusiveStartKey: Record<string, never> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: tableName, ExclusiveStartKey }));
    for (const item of page.Items ?? []) {
      const name = item['entity']?.S ?? '';
      const data = item['data']?.M;
      if (data) things.set(name, [...(things.get(name) ?? []), unmarshall(data)]);
    }
    ExclusiveStartKey = page.LastEvaluatedKey as Record<string, never> | undefined;
  } while (ExclusiveStartKey);
  return <Thing>(entity: { readonly name: string; readonly schema: { parse(value: unknown): Thing } }): Thing[] =>
    (things.get(entity.name) ?? []).map((value) => entity.schema.parse(value));
};
export type Stored = Awaited<ReturnType<typeof storedThings>>;
