import { expect, test } from 'vitest';
import { fitsPattern } from '../../../infra/local/cloud/fits-pattern.ts';

const record = {
  eventName: 'INSERT',
  userIdentity: undefined,
  dynamodb: { Keys: { pk: { S: 'T#one#HISTORY' }, sk: { S: 'HISTORY#1' } }, SizeBytes: 120 },
};

test('a record fits when every field has one of its values', () => {
  expect(fitsPattern({ eventName: ['INSERT', 'MODIFY'] }, record)).toBe(true);
  expect(fitsPattern({ eventName: ['REMOVE'] }, record)).toBe(false);
  expect(fitsPattern({ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['OTHER'] } } } }, record)).toBe(false);
});

test('beginnings, ends, absence, exclusion and numbers are asked for by rules', () => {
  const sk = (rule: object) => fitsPattern({ dynamodb: { Keys: { sk: { S: [rule] } } } }, record);
  expect([sk({ prefix: 'HISTORY#' }), sk({ prefix: 'NOTE#' })]).toEqual([true, false]);
  expect([sk({ suffix: '#1' }), sk({ suffix: '#2' })]).toEqual([true, false]);
  expect([sk({ 'anything-but': ['A'] }), sk({ 'anything-but': { prefix: 'HISTORY' } })]).toEqual([true, false]);
  expect(fitsPattern({ userIdentity: [{ exists: false }] }, record)).toBe(true);
  expect(fitsPattern({ dynamodb: { NewImage: { kind: [{ exists: true }] } } }, record)).toBe(false);
  expect(fitsPattern({ dynamodb: { SizeBytes: [{ numeric: ['>', 100, '<=', 120] }] } }, record)).toBe(true);
  expect(fitsPattern({ dynamodb: { SizeBytes: [{ numeric: ['<', 100] }] } }, record)).toBe(false);
});

test('one of several patterns is enough under $or', () => {
  expect(fitsPattern({ $or: [{ eventName: ['REMOVE'] }, { dynamodb: { SizeBytes: [120] } }] }, record)).toBe(true);
  expect(fitsPattern({ $or: [{ eventName: ['REMOVE'] }, { dynamodb: { SizeBytes: [1] } }] }, record)).toBe(false);
});

test('a rule that nobody implemented is an error, not a pass', () => {
  expect(() => fitsPattern({ eventName: [{ wildcard: '*' }] }, record)).toThrow('wildcard');
});
