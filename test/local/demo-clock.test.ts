import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demonstrationStart, openClock } from '../../infra/local/demo-clock.ts';

const at = (instant: string) => Date.parse(instant);
const started = (kept: string | undefined, real: string) =>
  new Date(demonstrationStart(kept === undefined ? undefined : at(kept), at(real))).toISOString();

test('the first start on a Wednesday evening is ten in the morning of that day in Boston', () => {
  expect(started(undefined, '2026-11-25T23:30:00Z')).toBe('2026-11-25T15:00:00.000Z');
});

test('a first start at the weekend falls on the Tuesday after, so that the days on both sides are worked', () => {
  expect(started(undefined, '2026-11-22T01:00:00Z')).toBe('2026-11-24T15:00:00.000Z');
});

test('in summer ten in the morning is an hour earlier in UTC', () => {
  expect(started(undefined, '2026-07-15T12:00:00Z')).toBe('2026-07-15T14:00:00.000Z');
});

test('a restart within working hours goes on where the clock is', () => {
  expect(started('2026-11-24T19:45:12Z', '2026-12-01T00:00:00Z')).toBe('2026-11-24T19:45:12.000Z');
});

test('a restart in the evening jumps forward to the next morning, over a weekend to Monday', () => {
  expect(started('2026-11-24T23:30:00Z', '2026-12-01T00:00:00Z')).toBe('2026-11-25T15:00:00.000Z');
  expect(started('2026-11-28T00:10:00Z', '2026-12-01T00:00:00Z')).toBe('2026-11-30T15:00:00.000Z');
});

test('no restart ever turns the clock back', () => {
  for (let hour = 0; hour < 24 * 9; hour += 1) {
    const kept = at('2026-11-20T00:00:00Z') + hour * 3_600_000;
    expect(demonstrationStart(kept, kept)).toBeGreaterThanOrEqual(kept);
  }
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldline-clock-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a clock started from an instant runs on over a restart', async () => {
  let real = at('2026-11-22T00:00:00Z');
  const first = await openClock(folder, '2011-09-12T14:00:00Z', () => real);
  real += 60_000;
  expect(first().toISOString()).toBe('2011-09-12T14:01:00.000Z');
  const second = await openClock(folder, '2011-09-12T14:00:00Z', () => real);
  expect(second().toISOString()).toBe('2011-09-12T14:01:00.000Z');
});

test('the real clock is the real clock', async () => {
  const clock = await openClock(folder, 'real', () => at('2026-11-22T03:04:05Z'));
  expect(clock().toISOString()).toBe('2026-11-22T03:04:05.000Z');
});

test('a setting that is no instant is refused by its name', async () => {
  await expect(openClock(folder, 'noon', Date.now)).rejects.toThrow('FIELDLINE_CLOCK');
});
