import { expect, it } from 'vitest';
import type { KeptMutation } from '../../../web/sync/kept.ts';
import { nextBatch } from '../../../web/sync/next-batch.ts';

const aMutation = (id: number, changes: Partial<KeptMutation> = {}): KeptMutation => ({
  id,
  name: 'add-note',
  args: { appointmentId: 'ap_1', text: 'gas is off' },
  recordedAt: '2026-05-12T14:00:00.000Z',
  schemaVersion: 3,
  state: 'unsent',
  ...changes,
});
const many = (count: number, changes: Partial<KeptMutation> = {}) =>
  Array.from({ length: count }, (_, place) => aMutation(place + 1, changes));

it('A push holds the oldest fifty that wait, in order', () => {
  const queue = [aMutation(1, { state: 'answered' }), ...many(60).slice(1)];
  expect(nextBatch(queue).map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, place) => place + 2));
});

it('A push stays below what the server takes', () => {
  const long = many(60, { args: { appointmentId: 'ap_1', text: 'x'.repeat(4000) } });
  expect(JSON.stringify(nextBatch(long)).length).toBeLessThan(256 * 1024);
});

it('A push is of one version, so that a queue over an update goes in two', () => {
  const queue = [aMutation(1, { schemaVersion: 2 }), aMutation(2, { schemaVersion: 2 }), aMutation(3)];
  expect(nextBatch(queue).map(({ id }) => id)).toEqual([1, 2]);
});
