import { expect, test } from 'vitest';
import { costWords } from '../../../web/dispatch/plan/cost-words.ts';

const format = { duration: (seconds: number) => `${seconds / 60} min` };

test('a stop’s cost names its way first and then each part that costs something', () => {
  expect(costWords(600, { lateness: 120, change: 1800 }, format)).toBe(
    '10 min of driving, lateness as 2 min, the change as 30 min',
  );
  expect(costWords(600, undefined, format)).toBe('10 min of driving');
});
