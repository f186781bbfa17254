import { expect, test } from 'vitest';
import { itemSizeBytes } from '../../infra/local/table-engine/item-size.ts';
import { anItem, aTable, callsOf, visitsOf } from './a-table.ts';
import { withEngine } from './with-engine.ts';

const TableName = 'visits';

test('an item may have 400 KB of UTF-8, not of characters', async () => {
  await withEngine(async (engine) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    const room = 400 * 1024 - itemSizeBytes(anItem({ text: { S: '' } }));
    const full = anItem({ text: { S: 'ä'.repeat(Math.floor(room / 2)) } });
    await visits.put(full);
    const over = { TableName, Item: anItem({ text: { S: 'ä'.repeat(room / 2 + 1) } }) };
    expect((await visits.refused('PutItem', over)).body['message']).toBe(
      'Item size has exceeded the maximum allowed size',
    );
    expect((await visits.refusedUpdate(anItem(), 'SET more = :m', { m: { S: 'xxxx' } })).error).toBe(
      'ValidationException',
    );
  });
});

test('an answer page ends at 1 MB and goes on from there', async () => {
  await withEngine(async (engine) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    for (let n = 0; n < 12; n++) await visits.put(anItem({ sk: { S: `${10 + n}` }, text: { S: 'x'.repeat(200_000) } }));
    const query = { TableName, KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': { S: 'a' } } };
    const first = await visits.ok('Query', query);
    expect(first['Count']).toBe(6);
    const rest = await visits.ok('Query', { ...query, ExclusiveStartKey: first['LastEvaluatedKey'] });
    expect(rest['Count']).toBe(6);
  });
});

test('batches of 25 writes and 100 reads are taken, one more is refused', async () => {
  await withEngine(async (engine) => {
    const { ok, refused } = callsOf(engine);
    await ok('CreateTable', aTable());
    const keys = (count: number) => Array.from({ length: count }, (_, n) => anItem({ sk: { S: String(n) } }));
    const writes = (count: number) => ({
      RequestItems: { visits: keys(count).map((Item) => ({ PutRequest: { Item } })) },
    });
    await ok('BatchWriteItem', writes(25));
    expect((await refused('BatchWriteItem', writes(26))).error).toBe('ValidationException');
    const reads = (count: number) => ({ RequestItems: { visits: { Keys: keys(count) } } });
    const { Responses } = (await ok('BatchGetItem', reads(100))) as { Responses: { visits: unknown[] } };
    expect(Responses.visits).toHaveLength(25);
    expect((await refused('BatchGetItem', reads(101))).error).toBe('ValidationException');
  });
});

test('expressions over 4 KB, empty keys, unknown tables and unknown calls have AWS names', async () => {
  await withEngine(async (engine) => {
    const { ok, refused } = callsOf(engine);
    await ok('CreateTable', aTable());
    const long = `attribute_exists(${'x'.repeat(4096)})`;
    expect((await refused('PutItem', { TableName, Item: anItem(), ConditionExpression: long })).error).toBe(
      'ValidationException',
    );
    expect((await refused('PutItem', { TableName, Item: anItem({ sk: { S: '' } }) })).error).toBe(
      'ValidationException',
    );
    expect((await refused('PutItem', { TableName, Item: anItem({ g: { S: '' } }) })).error).toBe('ValidationException');
    expect((await refused('GetItem', { TableName: 'none', Key: anItem() })).error).toBe('ResourceNotFoundException');
    expect((await refused('CreateTable', aTable())).error).toBe('ResourceInUseException');
    expect((await refused('ExecuteStatement', {})).error).toBe('UnknownOperationException');
  });
});

test('capacity counts 1 KB written and 4 KB read, each index, and half for eventual reads', async () => {
  await withEngine(async (engine) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    const item = anItem({ g: { S: 'x' }, text: { S: 'x'.repeat(5000) } });
    const put = await visits.put(item, { ReturnConsumedCapacity: 'INDEXES' });
    expect(put['ConsumedCapacity']).toEqual({
      TableName,
      CapacityUnits: 12,
      Table: { CapacityUnits: 5 },
      GlobalSecondaryIndexes: {
        'by-g': { CapacityUnits: 5 },
        'keys-by-g': { CapacityUnits: 1 },
        'n-by-g': { CapacityUnits: 1 },
      },
    });
    const units = { ReturnConsumedCapacity: 'TOTAL' };
    const plain = await visits.update(item, 'SET note = :o', { o: { N: '1' } }, { ReturnConsumedCapacity: 'INDEXES' });
    expect(plain['ConsumedCapacity']).toMatchObject({ CapacityUnits: 10 });
    const Key = anItem();
    const eventual = await visits.ok('GetItem', { TableName, Key, ...units });
    const strong = await visits.ok('GetItem', { TableName, Key, ...units, ConsistentRead: true });
    expect(
      [eventual, strong].map((answer) => (answer['ConsumedCapacity'] as { CapacityUnits: number }).CapacityUnits),
    ).toEqual([1, 2]);
    const TransactItems = [{ Put: { TableName, Item: anItem({ sk: { S: '2' } }) } }];
    const transacted = await visits.ok('TransactWriteItems', { TransactItems, ...units });
    expect(transacted['ConsumedCapacity']).toMatchObject([{ CapacityUnits: 2, WriteCapacityUnits: 2 }]);
  });
});
