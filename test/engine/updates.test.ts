import { expect, test } from 'vitest';
import { applyUpdate } from '../../infra/local/table-engine/apply-update.ts';
import type { AttributeValue, Item } from '../../infra/local/table-engine/attribute-value.ts';
import { addNumbers, compareNumbers, subtractNumbers } from '../../infra/local/table-engine/decimal.ts';
import { anItem, aTable, visitsOf } from './a-table.ts';
import { withEngine } from './with-engine.ts';

const letters = (text: string): AttributeValue => ({ L: [...text].map((S) => ({ S })) });

test('places of a list mean the list before the update', () => {
  const item = { l: letters('abcd') };
  const removed = applyUpdate(item, [
    { type: 'remove', path: ['l', 0] },
    { type: 'remove', path: ['l', 1] },
    { type: 'set', path: ['l', 2], val: { S: 'C' } },
  ]);
  expect(removed).toEqual({ l: letters('Cd') });
  expect(item).toEqual({ l: letters('abcd') });
});

test('setting places beyond the end appends in the order of the places', () => {
  const sections = [9, 7].map((place) => ({ type: 'set' as const, path: ['l', place], val: { S: String(place) } }));
  expect(applyUpdate({ l: letters('a') }, sections)).toEqual({ l: letters('a79') });
});

test('every operand is read before anything is written', () => {
  const swapped = applyUpdate({ a: { N: '1' }, b: { N: '2' } }, [
    { type: 'set', path: ['a'], val: ['b'] },
    { type: 'set', path: ['b'], val: ['a'] },
  ]);
  expect(swapped).toEqual({ a: { N: '2' }, b: { N: '1' } });
});

test('emptied sets vanish, and what is not there is no fault to remove', () => {
  const item: Item = { tags: { SS: ['a'] } };
  expect(applyUpdate(item, [{ type: 'delete', path: ['tags'], val: { SS: ['a', 'b'] } }])).toEqual({});
  expect(applyUpdate(item, [{ type: 'remove', path: ['absent'] }])).toEqual(item);
});

test('numbers keep 38 digits and refuse more', () => {
  expect(addNumbers('0.1', '0.2')).toBe('0.3');
  expect(addNumbers('12345678901234567890123456789012345678', '-8')).toBe('12345678901234567890123456789012345670');
  expect(subtractNumbers('1', '1.000')).toBe('0');
  expect(compareNumbers('-0.5', '-0.25')).toBeLessThan(0);
  expect(() => addNumbers('10000000000000000000000000000000000000', '0.01')).toThrow('38 significant digits');
});

test('an update of nothing makes an item of its key, and answers what it changed', async () => {
  await withEngine(async (engine) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    const made = await visits.update(anItem(), 'SET n = :n', { n: { N: '1' } }, { ReturnValues: 'ALL_NEW' });
    expect(made['Attributes']).toEqual(anItem({ n: { N: '1' } }));
    const nested = await visits.update(anItem(), 'SET doc = :d', { d: { M: { x: { N: '1' }, y: { N: '2' } } } });
    expect(nested).toEqual({});
    const changed = await visits.update(anItem(), 'SET doc.x = :v', { v: { N: '3' } }, { ReturnValues: 'UPDATED_NEW' });
    expect(changed['Attributes']).toEqual({ doc: { M: { x: { N: '3' } } } });
  });
});

test('paths that lead nowhere, wrong types and key attributes are refused and change nothing', async () => {
  await withEngine(async (engine) => {
    const visits = visitsOf(engine);
    await visits.ok('CreateTable', aTable());
    await visits.put(anItem({ s: { S: 'text' } }));
    for (const [expression, values] of [
      ['SET absent.x = :v', { v: { N: '1' } }],
      ['SET s = s + :v', { v: { N: '1' } }],
      ['ADD s :v', { v: { N: '1' } }],
      ['SET sk = :v', { v: { S: '2' } }],
      ['SET g = :v', { v: { N: '2' } }],
      ['SET n = absent', undefined],
    ] as [string, Item | undefined][])
      expect((await visits.refusedUpdate(anItem(), expression, values)).error).toBe('ValidationException');
    expect(await visits.all()).toEqual([anItem({ s: { S: 'text' } })]);
  });
});
