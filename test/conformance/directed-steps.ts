import type { AttributeValue, Item } from '../../infra/local/table-engine/attribute-value.ts';
import { itemSizeBytes, LARGEST_ITEM_BYTES } from '../../infra/local/table-engine/item-size.ts';
import type { Step } from '../engine/replay-step.ts';

/** Cases at the edges of DynamoDB's limits, which random operations do not reach. */
export function directedSteps(suffix: string): Step[] {
  const TableName = `composite-${suffix}`;
  const put = (more: Item, fields: object = {}): Step => ({
    target: 'PutItem',
    body: { TableName, Item: { ...key('edge'), ...more }, ...fields },
  });
  const query = (fields: object): Step => ({
    target: 'Query',
    body: {
      TableName,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': { S: 'big' } },
      ...fields,
    },
  });
  const update = (UpdateExpression: string, values?: Item): Step => ({
    target: 'UpdateItem',
    body: {
      TableName,
      Key: key('edge'),
      UpdateExpression,
      ReturnValues: 'ALL_NEW',
      ...(values && { ExpressionAttributeValues: values }),
    },
  });
  const scan = (FilterExpression: string, values: Item): Step => ({
    target: 'Scan',
    body: { TableName, FilterExpression, ExpressionAttributeValues: values },
    pages: true,
    unordered: true,
  });
  return [
    ...['11', '12', '13', '14', '15', '16', '17'].map((sk) =>
      put({ pk: { S: 'big' }, sk: { S: sk }, text: textOf(200_000) }),
    ),
    query({ ProjectionExpression: 'sk' }),
    query({ ProjectionExpression: 'sk', ScanIndexForward: false }),
    query({ Select: 'COUNT', ExclusiveStartKey: key('13', 'big') }),
    query({ ExclusiveStartKey: key('13', 'other') }),
    query({ Limit: 7, Select: 'COUNT' }),
    query({ Limit: 0 }),
    query({ IndexName: 'none' }),
    query({ IndexName: 'all', ConsistentRead: true }),
    ...[0, 1].map((over) => put({ text: filling(over) })),
    ...[4096, 4097].map((bytes) => put({}, { ConditionExpression: `attribute_not_exists(${'x'.repeat(bytes - 22)})` })),
    ...[
      '9.9999999999999999999999999999999999999E+125',
      '1E-130',
      '1E+126',
      '1E-131',
      `1${'1'.repeat(38)}`,
      'x',
      '',
    ].map((N) => put({ n: { N } })),
    ...[31, 32, 33].map((depth) => put({ deep: nested(depth) })),
    ...[{ SS: [] }, { SS: ['a', 'a'] }, { NS: ['1', '1.0'] }, { NULL: false }, {} as AttributeValue].map((value) =>
      put({ value }),
    ),
    put({
      n: { N: '99999999999999999999999999999999999999' },
      emoji: { S: '🚐é' },
      seq: { L: [{ N: '1' }, { N: '2' }, { N: '3' }] },
    }),
    update('SET n = n + :one', { ':one': { N: '1' } }),
    update('SET n = n + :tiny', { ':tiny': { N: '0.1' } }),
    scan('size(emoji) = :n', { ':n': { N: '2' } }),
    scan('size(emoji) = :n', { ':n': { N: '3' } }),
    scan('size(emoji) = :n', { ':n': { N: '6' } }),
    update('REMOVE seq[0], seq[1]'),
    update('SET seq[7] = :a, seq[5] = :b', { ':a': { S: 'a' }, ':b': { S: 'b' } }),
    update('SET seq[0] = seq[1], seq[1] = seq[0]'),
    update('REMOVE absent'),
    { target: 'UpdateItem', body: { TableName, Key: key('bare'), ReturnValues: 'ALL_NEW' } },
    {
      target: 'UpdateItem',
      body: { TableName, Key: key('removed'), UpdateExpression: 'REMOVE absent', ReturnValues: 'ALL_NEW' },
    },
    { target: 'DeleteItem', body: { TableName, Key: key('never'), ReturnValues: 'ALL_OLD' } },
    put({ sk: { S: 'x'.repeat(1024) } }),
    put({ sk: { S: 'x'.repeat(1025) } }),
    { target: 'BatchGetItem', body: { RequestItems: { [TableName]: { Keys: [key('1'), key('1')] } } } },
    { target: 'TransactWriteItems', body: { TransactItems: [] } },
    {
      target: 'TransactWriteItems',
      body: { TransactItems: Array.from({ length: 101 }, (_, n) => ({ Put: { TableName, Item: key(String(n)) } })) },
    },
    { target: 'GetItem', body: { TableName: 'unknown-table', Key: key('1') } },
    { target: 'DescribeTable', body: { TableName: 'unknown-table' } },
  ];
}

const key = (sk: string, pk = 'edge'): Item => ({ pk: { S: pk }, sk: { S: sk } });
const textOf = (length: number): AttributeValue => ({ S: 'x'.repeat(length) });

/** Text that makes the item just as large as allowed, or a byte larger. */
function filling(over: number): AttributeValue {
  const room = LARGEST_ITEM_BYTES - itemSizeBytes({ ...key('edge'), text: { S: '' } });
  return { S: 'é'.repeat(Math.floor(room / 2)) + 'x'.repeat((room % 2) + over) };
}

function nested(depth: number): AttributeValue {
  return depth === 1 ? { L: [{ N: '1' }] } : { L: [nested(depth - 1)] };
}
