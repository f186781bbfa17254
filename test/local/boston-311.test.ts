import { expect, test } from 'vitest';
import { type Boston311Row, mapBoston311 } from '../../infra/local/import/boston-311.ts';
import { importedRequest } from '../../shared/protocol/endpoints/service-requests.ts';
import { anId } from '../builders/an-id.ts';

const workTypeId = anId('workType');
const options = { workTypeId: () => workTypeId, moveDays: 0 };
const aRow = (changes: Partial<Boston311Row> = {}): Boston311Row => ({
  case_enquiry_id: '101000327785',
  open_dt: '2011-09-12 07:04:36',
  target_dt: '2011-09-14 07:04:32',
  case_title: 'Schedule a Bulk Item Pickup',
  type: 'Schedule a Bulk Item Pickup',
  reason: 'Sanitation',
  location: '74 Anawan Ave  West Roxbury  MA  02132',
  latitude: '42.2844',
  longitude: '-71.1481',
  ...changes,
});
const requestOf = (row: Boston311Row, moveDays = 0) => {
  const mapped = mapBoston311(row, { ...options, moveDays });
  if (!mapped.ok) throw new Error(mapped.reason);
  return mapped.request;
};
const reasonOf = (changes: Partial<Boston311Row>) => {
  const mapped = mapBoston311(aRow(changes), options);
  return mapped.ok ? 'mapped' : mapped.reason;
};

test('a row becomes a request that the import endpoint accepts', () => {
  expect(importedRequest.parse(requestOf(aRow()))).toMatchObject({
    subject: 'Schedule a Bulk Item Pickup',
    place: { location: [-71.1481, 42.2844], addressText: '74 Anawan Ave West Roxbury MA 02132' },
    externalRef: 'boston-311:101000327785',
    workTypeId,
  });
});

test('its local times are read in New York, in summer and in winter', () => {
  expect(requestOf(aRow()).receivedAt).toBe('2011-09-12T11:04:36.000Z');
  const winter = requestOf(aRow({ open_dt: '2011-12-12 07:04:36', target_dt: '2011-12-14 07:04:32' }));
  expect(winter.receivedAt).toBe('2011-12-12T12:04:36.000Z');
});

test('moved by whole days the wall-clock time stays, even over a clock change', () => {
  expect(requestOf(aRow(), 91).receivedAt).toBe('2011-12-12T12:04:36.000Z');
});

test('the sooner the city promises, the more urgent it is', () => {
  const priorityFor = (target_dt: string) => requestOf(aRow({ target_dt })).priority;
  expect(priorityFor('2011-09-12 15:00:00')).toBe('emergency');
  expect(priorityFor('2011-09-13 15:00:00')).toBe('high');
  expect(priorityFor('2011-09-19 15:00:00')).toBe('normal');
  expect(priorityFor('2011-11-19 15:00:00')).toBe('low');
});

test('rows that are no real work are skipped with the reason', () => {
  expect(reasonOf({ latitude: '42.3594', longitude: '-71.0587' })).toBe('default-point');
  expect(reasonOf({ latitude: '' })).toBe('no-place');
  expect(reasonOf({ open_dt: 'yesterday' })).toBe('unreadable-date');
  expect(reasonOf({ target_dt: '' })).toBe('no-due-time');
  expect(reasonOf({ target_dt: '2011-09-12 07:04:36' })).toBe('due-before-opened');
  expect(reasonOf({ target_dt: '2014-09-12 07:04:36' })).toBe('due-too-far-ahead');
  expect(reasonOf({ type: 'Notification', reason: 'Notification' })).toBe('unmapped-type');
});
