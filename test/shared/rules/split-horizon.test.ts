import { expect, test } from 'vitest';
import { partsBefore, splitHorizon } from '../../../shared/rules/split-horizon.ts';

const serves = (...territoryIds: string[]) => ({ active: true, territoryIds });
const waitsOf = (parts: ReturnType<typeof splitHorizon>) =>
  Object.fromEntries(parts.map(({ territoryId, day, waitsFor }) => [`${territoryId} ${day}`, waitsFor]));

test('territories without a common technician are planned side by side, their days one after the other', () => {
  const parts = splitHorizon({ territoryIds: ['a', 'b'], days: ['1', '2'], technicians: [serves('a'), serves('b')] });
  expect(waitsOf(parts)).toEqual({ 'a 1': 0, 'b 1': 0, 'a 2': 1, 'b 2': 1 });
  expect(parts[0]?.then).toEqual([{ territoryId: 'a', day: '2' }]);
});

test('territories that share a technician wait for one another in the order in which they were named', () => {
  const parts = splitHorizon({ territoryIds: ['a', 'b'], days: ['1', '2'], technicians: [serves('a', 'b')] });
  expect(waitsOf(parts)).toEqual({ 'a 1': 0, 'b 1': 1, 'a 2': 2, 'b 2': 2 });
});

test('technicians who have left, and territories outside of the plan, hold nothing up', () => {
  const technicians = [{ active: false, territoryIds: ['a', 'b'] }, serves('a', 'c'), serves('c', 'b')];
  expect(waitsOf(splitHorizon({ territoryIds: ['a', 'b'], days: ['1'], technicians }))).toEqual({ 'a 1': 0, 'b 1': 0 });
});

test('every part comes to its turn, and all that it builds on is finished by then', () => {
  const horizon = {
    territoryIds: ['a', 'b', 'c', 'd'],
    days: ['1', '2', '3'],
    technicians: [serves('a', 'b'), serves('c', 'b'), serves('d')],
  };
  const nameOf = ({ territoryId, day }: { territoryId: string; day: string }) => `${territoryId} ${day}`;
  const parts = splitHorizon(horizon);
  const waits = new Map(parts.map((part) => [nameOf(part), part.waitsFor]));
  const done = new Set<string>();
  // The latest that may be done next: the order that lets a part run ahead the furthest.
  for (let next = parts; next.length > 0;) {
    const ready = next.filter((part) => waits.get(nameOf(part)) === 0).at(-1);
    if (!ready) break;
    for (const before of partsBefore(horizon, ready)) expect(done).toContain(nameOf(before));
    done.add(nameOf(ready));
    for (const after of ready.then) waits.set(nameOf(after), (waits.get(nameOf(after)) ?? 0) - 1);
    next = next.filter((part) => part !== ready);
  }
  expect(done.size).toBe(12);
});
