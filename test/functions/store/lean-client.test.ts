import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leanClient } from '../../../functions/store/lean-client.ts';
import { createTableInput } from '../../../functions/store/table.ts';
import { openTableEngine, type TableEngine } from '../../../infra/local/table-engine/table-engine.ts';

const TableName = 'lean';
const Item = {
  pk: { S: 'T#a' },
  sk: { S: 'é🚐' },
  data: { M: { price: { N: '12.5' }, kinds: { L: [{ BOOL: true }, { NULL: true }] }, none: { M: {} } } },
};
const account = { region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

describe('the lean client', () => {
  let folder: string;
  let engine: TableEngine;
  let address: Awaited<ReturnType<TableEngine['listen']>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lean-client-'));
    engine = await openTableEngine({ folder });
    address = await engine.listen();
    await inProcess().send(new CreateTableCommand(createTableInput(TableName)));
    await inProcess().send(new PutItemCommand({ TableName, Item }));
  });
  afterAll(async () => {
    await address.close();
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });
  const inProcess = () => leanClient({ ...account, requestHandler: engine.requestHandler() });
  const ways = { 'in process': inProcess, 'over HTTP': () => leanClient({ ...account, endpoint: address.url }) };

  describe.each(Object.entries(ways))('%s', (_way, client) => {
    it("gives what the SDK's own client gives", async () => {
      const plain = new DynamoDBClient({ ...account, endpoint: address.url });
      const query = new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: 'T#a' } },
        ReturnConsumedCapacity: 'INDEXES',
      });
      const { $metadata: _lean, ...lean } = await client().send(query);
      const { $metadata: _plain, ...usual } = await plain.send(query);
      expect(lean).toEqual(usual);
      expect(lean.Items).toEqual([Item]);
    });

    it('gives nothing where there is nothing', async () => {
      const Key = { pk: { S: 'T#a' }, sk: { S: 'other' } };
      expect((await client().send(new GetItemCommand({ TableName, Key }))).Item).toBeUndefined();
    });

    it('says as the SDK does what a condition refused, with what stands there', async () => {
      const ConditionExpression = 'attribute_not_exists(pk)';
      const put = { TableName, Item, ConditionExpression, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
      await expect(client().send(new PutItemCommand(put))).rejects.toBeInstanceOf(ConditionalCheckFailedException);
      const refused = await client()
        .send(new TransactWriteItemsCommand({ TransactItems: [{ Put: put }] }))
        .catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(TransactionCanceledException);
      expect((refused as TransactionCanceledException).CancellationReasons?.[0]).toMatchObject({
        Code: 'ConditionalCheckFailed',
        Item,
      });
    });
  });
});
