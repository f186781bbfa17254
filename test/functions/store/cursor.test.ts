import { expect, test } from 'vitest';
import { cursorOf, startKeyOf } from '../../../functions/store/cursor.ts';
import type { Question } from '../../../functions/store/table-client.ts';

const tenantId = 'tn_01J00000000000000000000001';
const otherTenantId = 'tn_01J00000000000000000000002';
const question: Question = { tenantId, index: 'gsi1', partition: ['CUSTOMERS'] };
const lastKey = {
  pk: { S: `T#${tenantId}#CUSTOMER#cu_1` },
  sk: { S: 'CUSTOMER' },
  gsi1pk: { S: `T#${tenantId}#CUSTOMERS` },
  gsi1sk: { S: 'okafor#cu_1' },
};

test('a cursor goes on exactly where its list stopped', () => {
  expect(startKeyOf(question, cursorOf(question, lastKey))).toEqual(lastKey);
});

test.each<[string, Question]>([
  ['another tenant', { ...question, tenantId: otherTenantId }],
  ['another list', { ...question, partition: ['PARTS'] }],
  ['the list in the other order', { ...question, newestFirst: true }],
  ['the same list, narrowed', { ...question, beginsWith: 'o' }],
])('a cursor opens nothing for %s', (_what, other) => {
  expect(startKeyOf(other, cursorOf(question, lastKey))).toBeUndefined();
});

test.each(['', 'x', 'eyJ4IjoxfQ', Buffer.from('["a","b"]').toString('base64url')])(
  'an invented cursor opens nothing: "%s"',
  (cursor) => expect(startKeyOf(question, cursor)).toBeUndefined(),
);

test("a cursor that names another tenant's item opens nothing, even for whoever made it", () => {
  const foreign = { ...lastKey, pk: { S: `T#${otherTenantId}#CUSTOMER#cu_1` } };
  expect(startKeyOf(question, cursorOf(question, foreign))).toBeUndefined();
});
