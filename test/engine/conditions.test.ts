import { expect, test } from 'vitest';
import { evaluateCondition } from '../../infra/local/table-engine/evaluate-condition.ts';
import type { AttributeValue, Item } from '../../infra/local/table-engine/attribute-value.ts';
import type { Condition } from '../../infra/local/table-engine/expression-tree.ts';
import { anItem, aTable, callsOf, visitsOf } from './a-table.ts';
import { withEngine } from './with-engine.ts';

const item: Item = {
  doc: { M: { x: { L: [{ N: '1' }, { S: 'a' }] } } },
  list: { L: [{ M: { k: { S: 'v' } } }, { SS: ['b', 'a'] }] },
  tags: { SS: ['a', 'b'] },
  n: { N: '10' },
  s: { S: 'abc' },
};
const holds = (condition: Condition) => evaluateCondition(condition, item);

test('maps and lists are equal by content, sets without order', () => {
  expect(holds({ type: '=', args: [['doc'], { M: { x: { L: [{ N: '1' }, { S: 'a' }] } } }] })).toBe(true);
  expect(holds({ type: '<>', args: [['doc'], { M: { x: { L: [{ S: 'a' }, { N: '1' }] } } }] })).toBe(true);
  expect(holds({ type: '=', args: [['tags'], { SS: ['b', 'a'] }] })).toBe(true);
  expect(holds({ type: '=', args: [['tags'], { SS: ['a'] }] })).toBe(false);
});

test('IN and contains find whole maps, lists and sets', () => {
  const map: AttributeValue = { M: { k: { S: 'v' } } };
  expect(holds({ type: 'in', args: [['list', 0], { S: 'x' }, map] })).toBe(true);
  expect(holds({ type: 'function', name: 'contains', args: [['list'], map] })).toBe(true);
  expect(holds({ type: 'function', name: 'contains', args: [['list'], { SS: ['a', 'b'] }] })).toBe(true);
  expect(holds({ type: 'function', name: 'contains', args: [['list'], { SS: ['a'] }] })).toBe(false);
});

test('numbers compare by value, text by UTF-8 bytes, and types never mix', () => {
  expect(holds({ type: '>', args: [['n'], { N: '9' }] })).toBe(true);
  expect(holds({ type: '<', args: [['n'], { S: '9' }] })).toBe(false);
  expect(evaluateCondition({ type: '<', args: [['t'], { S: '🚐' }] }, { t: { S: '\uffee' } })).toBe(true);
});

test('a missing attribute is unequal to everything and fails every other comparison', () => {
  expect(holds({ type: '<>', args: [['absent'], { N: '1' }] })).toBe(true);
  expect(holds({ type: '=', args: [['absent'], ['absent2']] })).toBe(false);
  expect(holds({ type: 'between', args: [['absent'], { N: '1' }, { N: '2' }] })).toBe(false);
});

test('a failed condition names itself and gives the old item only when asked', async () => {
  await withEngine(async (engine) => {
    const { ok, refused } = callsOf(engine);
    await ok('CreateTable', aTable());
    const put = { TableName: 'visits', Item: anItem({ n: { N: '1' } }) };
    await ok('PutItem', put);
    const again = { ...put, ConditionExpression: 'attribute_not_exists(pk)' };
    const plain = await refused('PutItem', again);
    expect(plain.error).toBe('ConditionalCheckFailedException');
    expect(plain.body['Item']).toBeUndefined();
    const withOld = await refused('PutItem', { ...again, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' });
    expect(withOld.body['Item']).toEqual(put.Item);
  });
});

test('NOT NOT is taken, and a condition on an ordering of documents is refused', async () => {
  await withEngine(async (engine) => {
    const { ok, refused } = visitsOf(engine);
    await ok('CreateTable', aTable());
    const put = { TableName: 'visits', Item: anItem(), ExpressionAttributeValues: { ':v': { N: '1' } } };
    await ok('PutItem', { ...put, ConditionExpression: 'NOT NOT attribute_not_exists(n) OR n = :v' });
    const bad = { ':v': { L: [] } };
    const answer = await refused('PutItem', { ...put, ConditionExpression: 'n < :v', ExpressionAttributeValues: bad });
    expect(answer.error).toBe('ValidationException');
  });
});
