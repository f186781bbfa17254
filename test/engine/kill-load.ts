import { once } from 'node:events';
import { openTableEngine } from '../../infra/local/table-engine/table-engine.ts';
import { aTable, callsOf } from './a-table.ts';

/** Writes until it is killed: a plain put, an update that moves an index key, a transaction of three, a delete. */
const [folder = '', life = '0', killAfter = '0'] = process.argv.slice(2);
const engine = await openTableEngine({ folder });
const { call } = callsOf(engine);
await call('CreateTable', aTable());

let started = 0;
let acknowledged = 0;
await Promise.all(Array.from({ length: 16 }, writer));
await engine.close();

async function writer(): Promise<void> {
  while (acknowledged < Number(killAfter) * 50) {
    const n = started++;
    const name = `${life}-${n}`;
    const intent = `${n % 4}`;
    const answer = await write(name, n);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    acknowledged += 1;
    // The parent learns of a write only after the engine acknowledged it.
    if (!process.stdout.write(`${intent} ${name}\n`)) await once(process.stdout, 'drain');
    if (acknowledged === Number(killAfter)) process.kill(process.pid, 'SIGKILL');
  }
}

function write(name: string, n: number) {
  const item = (pk: string, g: string) => ({ pk: { S: pk }, sk: { S: name }, g: { S: g }, n: { N: String(n) } });
  const TableName = 'visits';
  switch (n % 4) {
    case 1:
      return put(item('single', 'g1')).then(() =>
        call('UpdateItem', {
          TableName,
          Key: { pk: { S: 'single' }, sk: { S: name } },
          UpdateExpression: 'SET g = :g',
          ExpressionAttributeValues: { ':g': { S: 'moved' } },
        }),
      );
    case 2:
      return call('TransactWriteItems', {
        TransactItems: ['t1', 't2', 't3'].map((pk) => ({
          Put: { TableName, Item: item(pk, 'together'), ConditionExpression: 'attribute_not_exists(pk)' },
        })),
        ClientRequestToken: name,
      });
    case 3:
      return put(item('single', 'g1')).then(() =>
        call('DeleteItem', { TableName, Key: { pk: { S: 'single' }, sk: { S: name } } }),
      );
    default:
      return put(item('single', 'g1'));
  }
}

function put(Item: object) {
  return call('PutItem', { TableName: 'visits', Item });
}
