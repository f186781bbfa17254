import { describe, expect, it } from 'vitest';
import { nextVisitLookSeconds } from '../../../shared/rules/next-visit-look.ts';

const seen = { travelling: true, secondsToArrival: 900, hidden: false };

describe("A customer's page asks again", () => {
  it('every ten seconds while he comes to the door', () => {
    expect(nextVisitLookSeconds({ ...seen, secondsToArrival: 180 })).toBe(10);
    expect(nextVisitLookSeconds({ ...seen, secondsToArrival: -60 })).toBe(10);
  });

  it('every ten seconds while nobody knows when he arrives', () => {
    expect(nextVisitLookSeconds({ ...seen, secondsToArrival: undefined })).toBe(10);
  });

  it('every half minute while he is farther away', () => {
    expect(nextVisitLookSeconds({ ...seen, secondsToArrival: 181 })).toBe(30);
  });

  it('every twenty seconds before he sets out and after he has arrived', () => {
    expect(nextVisitLookSeconds({ ...seen, travelling: false })).toBe(20);
  });

  it('once a minute while nobody looks', () => {
    expect(nextVisitLookSeconds({ ...seen, secondsToArrival: 10, hidden: true })).toBe(60);
  });
});
