import { expect, it } from 'vitest';
import { nextAttemptAt, restSeconds } from '../../../shared/rules/next-attempt.ts';

const now = '2026-05-12T14:00:00.000Z';

it('lets a failed message rest longer after each failure', () => {
  expect([1, 2, 3, 4, 5].map((failures) => nextAttemptAt(failures, now))).toEqual([
    '2026-05-12T14:01:00.000Z',
    '2026-05-12T14:05:00.000Z',
    '2026-05-12T14:30:00.000Z',
    '2026-05-12T16:00:00.000Z',
    '2026-05-12T20:00:00.000Z',
  ]);
});

it('tries no more when every rest was taken: a person must look', () => {
  expect(nextAttemptAt(restSeconds.length + 1, now)).toBeUndefined();
});
