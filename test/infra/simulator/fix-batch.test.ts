import { expect, test } from 'vitest';
import { FixBatch } from '../../../infra/local/simulator/fix-batch.ts';
import { aFix } from '../../builders/a-position.ts';

const start = Date.parse('2026-05-12T14:00:00.000Z');
const after = (seconds: number) => new Date(start + seconds * 1000).toISOString();

/** Somebody who drives and looks at his position every four seconds; tells how many fixes went when. */
const drive = (seconds: number, answer: number | undefined): [second: number, count: number][] => {
  const batch = new FixBatch();
  const sent: [number, number][] = [];
  for (let second = 0; second <= seconds; second += 4) {
    batch.add(aFix({ at: after(second) }));
    const { length } = batch.due(after(second), true);
    if (length === 0) continue;
    sent.push([second, length]);
    batch.sent(length, after(second), answer);
  }
  return sent;
};

test('who sets out is seen at once, then with fifteen fixes a minute', () => {
  expect(drive(120, undefined)).toEqual([
    [0, 1],
    [60, 15],
    [120, 15],
  ]);
});

test('close to the door the server hears sooner, as it asks', () => {
  expect(drive(32, 15)).toEqual([
    [0, 1],
    [16, 4],
    [32, 4],
  ]);
});

test('a minute that the server wants to skip is sent all the same when fifteen are together', () => {
  expect(drive(60, 120)).toEqual([
    [0, 1],
    [60, 15],
  ]);
});

test('what did not arrive goes with the next; who stands still tells it at once', () => {
  const batch = new FixBatch();
  batch.add(aFix({ at: after(0) }));
  expect(batch.due(after(0), false)).toHaveLength(1);
  batch.add(aFix({ at: after(60) }));
  expect(batch.due(after(60), false).map(({ at }) => at)).toEqual([after(0), after(60)]);
});
