import { describe, expect, test } from 'vitest';
import { decidePromise } from '../../../shared/rules/promise.ts';
import { aContract } from '../../builders/a-contract.ts';
import { aWorkType } from '../../builders/a-work-type.ts';

const receivedAt = '2026-05-12T12:00:00.000Z';
const workType = aWorkType();

describe('a promise', () => {
  test("takes the work type's priority and time", () => {
    expect(decidePromise({ workType, receivedAt })).toEqual({ priority: 'normal', dueBy: '2026-05-13T12:00:00.000Z' });
  });

  test('takes the priority that was set', () => {
    expect(decidePromise({ workType, priority: 'emergency', receivedAt }).dueBy).toBe('2026-05-12T16:00:00.000Z');
  });

  test('is the better one of work type and contract', () => {
    expect(decidePromise({ workType, contracts: [aContract()], receivedAt }).dueBy).toBe('2026-05-13T00:00:00.000Z');
    const slow = aContract({ fixWithinSeconds: { emergency: 1, high: 1, normal: 604_800, low: 1 } });
    expect(decidePromise({ workType, contracts: [slow], receivedAt }).dueBy).toBe('2026-05-13T12:00:00.000Z');
  });

  test('is an answer within a day while nobody knows what work it is', () => {
    expect(decidePromise({ receivedAt })).toEqual({ priority: 'normal', dueBy: '2026-05-13T12:00:00.000Z' });
  });
});
