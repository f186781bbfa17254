import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { aTable, anItem, callsOf } from './a-table.ts';
import { clientOf, withEngine } from './with-engine.ts';

test("the SDK's client works in process and over loopback HTTP on the same tables", async () => {
  await withEngine(async (engine) => {
    const server = await engine.listen();
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const inside = clientOf(engine);
    const outside = new DynamoDBClient({
      endpoint: server.url,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    await inside.send(new CreateTableCommand(aTable() as unknown as CreateTableCommandInput));
    const bytes = new Uint8Array([0, 255, 7]);
    await outside.send(
      new PutItemCommand({ TableName: 'visits', Item: { pk: { S: 'a' }, sk: { S: 'é🚐' }, bytes: { B: bytes } } }),
    );
    const { Item } = await inside.send(
      new GetItemCommand({ TableName: 'visits', Key: { pk: { S: 'a' }, sk: { S: 'é🚐' } } }),
    );
    expect(Item?.['bytes']?.B).toEqual(bytes);
    const again = new PutItemCommand({
      TableName: 'visits',
      Item: { pk: { S: 'a' }, sk: { S: 'é🚐' } },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    await expect(inside.send(again)).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    await expect(outside.send(again)).rejects.toBeInstanceOf(ConditionalCheckFailedException);
    outside.destroy();
    await server.close();
  });
});

test('a deleted table takes its rows along: one made anew under its name is empty', async () => {
  await withEngine(async (engine) => {
    const { ok } = callsOf(engine);
    await ok('CreateTable', aTable());
    await ok('PutItem', { TableName: 'visits', Item: anItem({ g: { S: 'x' } }) });
    await ok('DeleteTable', { TableName: 'visits' });
    expect((await ok('ListTables', {}))['TableNames']).toEqual([]);
    await ok('CreateTable', aTable());
    for (const index of [{}, { IndexName: 'by-g' }])
      expect((await ok('Scan', { TableName: 'visits', ...index }))['Count']).toBe(0);
    expect(await engine.stream('visits').read('', 10)).toEqual([]);
  });
});
