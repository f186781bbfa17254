import { expect, test } from 'vitest';
import type { TableEngine } from '../../infra/local/table-engine/table-engine.ts';
import { anItem, aTable, callsOf, keyOf, visitsOf } from './a-table.ts';
import { withEngine } from './with-engine.ts';

const TableName = 'visits';
const TEN_MINUTES_MS = 600_000;
const putOf = (sk: string, more = {}) => ({ Put: { TableName, Item: anItem({ sk: { S: sk } }), ...more } });
const write = (engine: TableEngine, TransactItems: object[], more = {}) =>
  callsOf(engine).call('TransactWriteItems', { TransactItems, ...more });

test('one failed condition cancels all, with a reason for each action and the old item on demand', async () => {
  await withEngine(async (engine) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    const old = anItem({ sk: { S: 'old' }, n: { N: '1' } });
    await visits.put(old);
    const check = {
      ConditionCheck: {
        TableName,
        Key: keyOf(old),
        ConditionExpression: 'n > :n',
        ExpressionAttributeValues: { ':n': { N: '5' } },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    };
    const { status, body } = await write(engine, [putOf('new'), check]);
    expect(status).toBe(400);
    expect(body['__type']).toContain('TransactionCanceledException');
    expect(body['message']).toContain('[None, ConditionalCheckFailed]');
    expect(body['CancellationReasons']).toMatchObject([
      { Code: 'None' },
      { Code: 'ConditionalCheckFailed', Item: old },
    ]);
    expect(await visits.all()).toEqual([old]);
  });
});

test('a token answers for ten minutes: the same request does nothing again, another one is refused', async () => {
  await withEngine(async (engine, clock) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    const add = [
      {
        Update: {
          TableName,
          Key: anItem(),
          UpdateExpression: 'ADD n :n',
          ExpressionAttributeValues: { ':n': { N: '1' } },
        },
      },
    ];
    const token = { ClientRequestToken: 'retry-1' };
    for (let attempt = 0; attempt < 3; attempt++) expect((await write(engine, add, token)).status).toBe(200);
    expect((await visits.get(anItem()))?.['n']).toEqual({ N: '1' });
    const other = await write(engine, [putOf('other')], token);
    expect(other.body['__type']).toContain('IdempotentParameterMismatchException');
    clock.ms += TEN_MINUTES_MS;
    await engine.sweepExpired();
    expect((await write(engine, add, token)).status).toBe(200);
    expect((await visits.get(anItem()))?.['n']).toEqual({ N: '2' });
  });
});

test('two actions on one item, no action and more than a hundred are refused', async () => {
  await withEngine(async (engine) => {
    await callsOf(engine).ok('CreateTable', aTable());
    const many = (count: number) => Array.from({ length: count }, (_, n) => putOf(`m${n}`));
    for (const actions of [[putOf('x'), putOf('x')], [], many(101)])
      expect((await write(engine, actions)).body['__type']).toContain('ValidationException');
    expect((await write(engine, many(100))).status).toBe(200);
    expect(await visitsOf(engine).all()).toHaveLength(100);
  });
});

test('an invalid action is a ValidationError among the reasons', async () => {
  await withEngine(async (engine) => {
    await callsOf(engine).ok('CreateTable', aTable());
    const bad = { Update: { TableName, Key: anItem(), UpdateExpression: 'REMOVE a.b' } };
    const { body } = await write(engine, [putOf('x'), bad]);
    expect(body['CancellationReasons']).toMatchObject([{ Code: 'None' }, { Code: 'ValidationError' }]);
  });
});

test('writes that race for one item each see the one before', async () => {
  await withEngine(async (engine) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    await Promise.all(Array.from({ length: 200 }, () => visits.update(anItem(), 'ADD n :n', { n: { N: '1' } })));
    expect((await visits.get(anItem()))?.['n']).toEqual({ N: '200' });
    const claims = await Promise.all(
      Array.from({ length: 20 }, () =>
        write(engine, [putOf('claim', { ConditionExpression: 'attribute_not_exists(pk)' })]),
      ),
    );
    expect(claims.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

test('a transactional read gives items in the order of its keys, absent ones empty', async () => {
  await withEngine(async (engine) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    await visits.put(anItem());
    const gets = ['9', '1'].map((sk) => ({ Get: { TableName, Key: anItem({ sk: { S: sk } }) } }));
    const answer = await visits.ok('TransactGetItems', { TransactItems: gets, ReturnConsumedCapacity: 'TOTAL' });
    expect(answer['Responses']).toEqual([{}, { Item: anItem() }]);
    expect(answer['ConsumedCapacity']).toMatchObject([{ CapacityUnits: 4 }]);
  });
});
