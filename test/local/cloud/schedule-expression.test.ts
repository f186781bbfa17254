import { expect, test } from 'vitest';
import { nextTime } from '../../../infra/local/cloud/schedule-expression.ts';

const next = (expression: string, after: string, zone = 'UTC') =>
  nextTime(expression, new Date(after), zone).toISOString();

test('a rate counts from now', () => {
  expect(next('rate(10 minutes)', '2026-05-12T14:00:30.000Z')).toBe('2026-05-12T14:10:30.000Z');
  expect(next('rate(1 hour)', '2026-05-12T14:00:30.000Z')).toBe('2026-05-12T15:00:30.000Z');
});

test('a cron expression is due at the next minute that fits, in its own zone', () => {
  expect(next('cron(30 2 * * ? *)', '2026-05-12T14:00:00.000Z')).toBe('2026-05-13T02:30:00.000Z');
  expect(next('cron(30 2 * * ? *)', '2026-05-12T14:00:00.000Z', 'America/New_York')).toBe('2026-05-13T06:30:00.000Z');
  expect(next('cron(0/20 8-10 ? * MON-FRI *)', '2026-05-15T10:41:00.000Z')).toBe('2026-05-18T08:00:00.000Z');
  expect(next('cron(0 0 1 1,7 ? *)', '2026-05-12T14:00:00.000Z')).toBe('2026-07-01T00:00:00.000Z');
});

test('what is not understood is refused', () => {
  expect(() => next('at(2026-05-12T14:00:00)', '2026-05-12T14:00:00.000Z')).toThrow('reads no schedule');
  expect(() => next('rate(5 moons)', '2026-05-12T14:00:00.000Z')).toThrow('reads no rate');
  expect(() => next('cron(X * * * ? *)', '2026-05-12T14:00:00.000Z')).toThrow('schedule field');
});
