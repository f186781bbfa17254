import { afterEach, beforeEach, expect, it } from 'vitest';
import { appendFrame } from '../../../functions/store/live-log.ts';
import { framesAfter, newestSequence } from '../../../functions/store/questions/live.ts';
import type { Table } from '../../../functions/store/table-client.ts';
import { anId } from '../../builders/an-id.ts';
import { openTestTable, type TestTable } from '../../fakes/open-test-table.ts';

const [tenantId, territoryId] = [anId('tenant'), anId('territory')];
let test: TestTable;
beforeEach(async () => {
  test = await openTestTable();
});
afterEach(() => test.close());

const append = (table: Table) => appendFrame({ table, tenantId, now: '2026-05-12T14:00:05.000Z' }, territoryId, []);
const keptNumbers = async () =>
  (await framesAfter(test.table, tenantId, territoryId, 0)).map(({ sequence }) => sequence);

it('numbers go on without gap or double when the function died between a frame and its counter', async () => {
  await append(test.table);
  let puts = 0;
  const dying: Table = {
    ...test.table,
    put: (item, condition) => {
      if (++puts === 2) throw new Error('the function died');
      return test.table.put(item, condition);
    },
  };
  await expect(append(dying)).rejects.toThrow('died');
  expect(await newestSequence(test.table, tenantId, territoryId)).toBe(1);
  expect(await append(test.table)).toMatchObject({ sequence: 3 });
  expect(await newestSequence(test.table, tenantId, territoryId)).toBe(3);
  expect(await keptNumbers()).toEqual([1, 2, 3]);
});

it('a frame costs what its size says and one for the counter, without a transaction', async () => {
  await append(test.table);
  test.consumed();
  await append(test.table);
  expect(test.consumed()).toEqual({ GetItem: 1, PutItem: 2 });
});
