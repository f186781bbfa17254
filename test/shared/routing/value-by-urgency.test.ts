import { expect, test } from 'vitest';
import { valueByUrgency } from '../../../shared/routing/value-by-urgency.ts';
import { aStop, hours } from '../../builders/a-problem.ts';

test('one more urgent stop outweighs all less urgent ones, however many', () => {
  const others = Array.from({ length: 1_500 }, (_, index) => aStop({ id: `low-${index}`, priority: 3, due: 0 }));
  const high = aStop({ id: 'high', priority: 1, due: hours(24 * 60) });
  const values = valueByUrgency([high, ...others]).map(({ value = 0 }) => value);
  expect(values[0]).toBeGreaterThan(values.slice(1).reduce((sum, value) => sum + value, 0));
});

test('what is overdue counts as much as what is due today; each day later less, in whole numbers', () => {
  const days = [-3, 0, 1, 2, 9].map((day) => aStop({ due: day * hours(24) + hours(17) }));
  const [overdue = 0, today = 0, ...later] = valueByUrgency(days).map(({ value = 0 }) => value);
  expect(overdue).toBe(today);
  const falling = [today, ...later];
  falling.slice(1).forEach((value, index) => expect(value).toBeLessThan(falling[index] ?? 0));
  expect(falling.every(Number.isSafeInteger)).toBe(true);
});

test('of equals several due in two days are together worth as much as one due today', () => {
  const [soon = 0, ...later] = valueByUrgency([0, 2, 2, 2].map((day) => aStop({ due: hours(24 * day + 1) }))).map(
    ({ value = 0 }) => value,
  );
  expect(later.reduce((sum, value) => sum + value, 0)).toBeGreaterThanOrEqual(soon);
});
