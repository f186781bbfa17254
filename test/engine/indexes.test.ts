import { expect, test } from 'vitest';
import type { Item } from '../../infra/local/table-engine/attribute-value.ts';
import { Random } from '../conformance/random.ts';
import { anItem, aTable, callsOf, visitsOf } from './a-table.ts';
import { withEngine } from './with-engine.ts';

const byText = (items: Item[]) => items.map((item) => JSON.stringify(Object.entries(item).sort())).sort();

test('every index equals its table after hundreds of random writes', async () => {
  const random = new Random(7);
  await withEngine(async (engine) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    for (let n = 0; n < 600; n++) {
      const item = anItem({ pk: { S: random.pick(['a', 'b']) }, sk: { S: String(random.below(15)) } });
      const g: Item = random.chance(0.6) ? { g: { S: random.pick(['x', 'y']) } } : {};
      const action = random.pick(['put', 'put', 'update', 'delete']);
      if (action === 'put') await visits.put({ ...item, ...g, n: { N: String(n) } });
      else if (action === 'update') await visits.update(item, 'SET n = :n REMOVE g', { n: { N: String(n) } });
      else await visits.ok('DeleteItem', { TableName: 'visits', Key: item });
    }
    const grouped = (await visits.all()).filter((item) => item['g']);
    expect(grouped.length).toBeGreaterThan(5);
    const only = (names: string[]) => (item: Item) =>
      Object.fromEntries(Object.entries(item).filter(([k]) => names.includes(k)));
    expect(byText(await visits.all('by-g'))).toEqual(byText(grouped));
    expect(byText(await visits.all('keys-by-g'))).toEqual(byText(grouped.map(only(['pk', 'sk', 'g']))));
    expect(byText(await visits.all('n-by-g'))).toEqual(byText(grouped.map(only(['pk', 'sk', 'g', 'n']))));
  });
});

test('20,000 items under one index key are all found, page by page and in order', async () => {
  await withEngine(async (engine) => {
    const { ok } = callsOf(engine);
    await ok('CreateTable', aTable());
    const COUNT = 20_000;
    const batches = Array.from({ length: COUNT / 25 }, (_, batch) =>
      Array.from({ length: 25 }, (_, n) => ({
        PutRequest: { Item: { pk: { S: `p${batch * 25 + n}` }, sk: { S: `s${batch % 3}` }, g: { S: 'one' } } },
      })),
    );
    await Promise.all(batches.map((visits) => ok('BatchWriteItem', { RequestItems: { visits } })));
    for (const IndexName of ['by-g', 'keys-by-g']) {
      const found: string[] = [];
      const sorts: string[] = [];
      let ExclusiveStartKey: unknown;
      do {
        const page = await ok('Query', {
          TableName: 'visits',
          IndexName,
          KeyConditionExpression: 'g = :g',
          ExpressionAttributeValues: { ':g': { S: 'one' } },
          Limit: 3000,
          ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
        });
        for (const { pk, sk } of page['Items'] as { pk: { S: string }; sk: { S: string } }[]) {
          found.push(pk.S);
          sorts.push(sk.S);
        }
        ExclusiveStartKey = page['LastEvaluatedKey'];
      } while (ExclusiveStartKey);
      expect(new Set(found).size).toBe(COUNT);
      if (IndexName === 'by-g') expect(sorts).toEqual([...sorts].sort());
    }
  });
});

test('an index is added and dropped while the table is written to', async () => {
  await withEngine(async (engine) => {
    const { ok, refused } = callsOf(engine);
    const visits = visitsOf(engine);
    const { GlobalSecondaryIndexes: _all, ...bare } = aTable();
    await ok('CreateTable', { ...bare, AttributeDefinitions: (bare['AttributeDefinitions'] as object[]).slice(0, 2) });
    const put = (n: number) => visits.put(anItem({ sk: { S: String(n) }, g: { S: `g${n % 2}` } }));
    await Promise.all(Array.from({ length: 700 }, (_, n) => put(n)));
    const writing = Promise.all(Array.from({ length: 300 }, (_, n) => put(n * 5)));
    const Create = {
      IndexName: 'late',
      KeySchema: [{ AttributeName: 'g', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'ALL' },
    };
    const AttributeDefinitions = [{ AttributeName: 'g', AttributeType: 'S' }];
    await ok('UpdateTable', { TableName: 'visits', AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create }] });
    const statusOf = async () => {
      const { Table } = (await ok('DescribeTable', { TableName: 'visits' })) as {
        Table: { GlobalSecondaryIndexes?: { IndexStatus: string }[] };
      };
      return Table.GlobalSecondaryIndexes?.[0]?.IndexStatus;
    };
    while ((await statusOf()) !== 'ACTIVE') await new Promise(setImmediate);
    await writing;
    expect(byText(await visits.all('late'))).toEqual(byText(await visits.all()));
    await ok('UpdateTable', { TableName: 'visits', GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'late' } }] });
    expect(await statusOf()).toBeUndefined();
    expect((await refused('Scan', { TableName: 'visits', IndexName: 'late' })).error).toBe('ValidationException');
  });
});
