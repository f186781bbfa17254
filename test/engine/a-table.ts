import type { TableEngine } from '../../infra/local/table-engine/table-engine.ts';
import type { Item } from '../../infra/local/table-engine/attribute-value.ts';

type Json = Record<string, unknown>;
const attribute = (AttributeName: string, AttributeType = 'S') => ({ AttributeName, AttributeType });
const key = (hash: string, range?: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  ...(range ? [{ AttributeName: range, KeyType: 'RANGE' }] : []),
];

/** A table request with one index of each kind and a stream; `more` replaces fields. */
export function aTable(more: Json = {}): Json {
  return {
    TableName: 'visits',
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', 'g'].map((name) => attribute(name)),
    KeySchema: key('pk', 'sk'),
    GlobalSecondaryIndexes: [
      { IndexName: 'by-g', KeySchema: key('g', 'sk'), Projection: { ProjectionType: 'ALL' } },
      { IndexName: 'keys-by-g', KeySchema: key('g'), Projection: { ProjectionType: 'KEYS_ONLY' } },
      {
        IndexName: 'n-by-g',
        KeySchema: key('g', 'pk'),
        Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['n'] },
      },
    ],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    ...more,
  };
}

/** A valid item; `more` adds and replaces attributes. */
export function anItem(more: Item = {}): Item {
  return { pk: { S: 'a' }, sk: { S: '1' }, ...more };
}

export const keyOf = ({ pk, sk }: Item): Item => ({ ...(pk && { pk }), ...(sk && { sk }) });

/** Calls that name the operation alone; `ok` also wants success and gives the body. */
export function callsOf(engine: TableEngine) {
  const call = async (operation: string, body: Json) =>
    (await engine.handle(`DynamoDB_20120810.${operation}`, body)) as { status: number; body: Json };
  const ok = async (operation: string, body: Json): Promise<Json> => {
    const answer = await call(operation, body);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const refused = async (operation: string, body: Json) => {
    const answer = await call(operation, body);
    return { status: answer.status, error: String(answer.body['__type']).split('#').at(-1), body: answer.body };
  };
  return { call, ok, refused };
}

/** Puts, updates and the like on the table `visits`. */
export function visitsOf(engine: TableEngine) {
  const { ok, refused } = callsOf(engine);
  const TableName = 'visits';
  return {
    ok,
    refused,
    put: (Item: Item, more: Json = {}) => ok('PutItem', { TableName, Item, ...more }),
    update: (item: Item, UpdateExpression: string, values?: Item, more: Json = {}) =>
      ok('UpdateItem', updateBody(item, UpdateExpression, values, more)),
    refusedUpdate: (item: Item, UpdateExpression: string, values?: Item) =>
      refused('UpdateItem', updateBody(item, UpdateExpression, values)),
    get: async (item: Item) => (await ok('GetItem', { TableName, Key: keyOf(item) }))['Item'] as Item | undefined,
    all: async (IndexName?: string) =>
      (await ok('Scan', { TableName, ...(IndexName && { IndexName }) }))['Items'] as Item[],
  };
}

function updateBody(item: Item, UpdateExpression: string, values?: Item, more: Json = {}): Json {
  const ExpressionAttributeValues = values && Object.fromEntries(Object.entries(values).map(([n, v]) => [`:${n}`, v]));
  return {
    TableName: 'visits',
    Key: keyOf(item),
    UpdateExpression,
    ...(values && { ExpressionAttributeValues }),
    ...more,
  };
}
