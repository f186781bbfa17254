import { expect, test } from 'vitest';
import { derivedId, idMaker, workOrderNumberOf } from '../../../functions/platform/ids.ts';
import { idOf } from '../../../shared/model/entity.ts';

test('ids are of their kind and sort by the order of making, also within one millisecond', () => {
  const newId = idMaker(() => new Date('2026-05-12T13:00:00.000Z'));
  const ids = Array.from({ length: 100 }, () => newId('workOrder'));
  expect(ids.every((id) => idOf('workOrder').safeParse(id).success)).toBe(true);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(100);
});

test('a kind has one id schema, whoever asks for it; another kind has its own', () => {
  expect(idOf('part')).toBe(idOf('part'));
  expect(idOf('part').safeParse('te_01J0000000000000007K3F9QZM').success).toBe(false);
});

test('a derived id is the same for the same text, of its kind, and another for another text', () => {
  const id = derivedId('serviceRequest', 'boston-311:101001');
  expect(derivedId('serviceRequest', 'boston-311:101001')).toBe(id);
  expect(idOf('serviceRequest').safeParse(id).success).toBe(true);
  expect(derivedId('serviceRequest', 'boston-311:101002')).not.toBe(id);
});

test('a work order number is short enough to be said', () => {
  expect(workOrderNumberOf('wo_01J0000000000000007K3F9QZM')).toBe('WO-7K3F9QZM');
});
