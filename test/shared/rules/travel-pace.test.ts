import { describe, expect, test } from 'vitest';
import { anId } from '../../builders/an-id.ts';
import { nothingLearned, paceAfter, paceOf } from '../../../shared/rules/travel-pace.ts';

const nothing = nothingLearned({ scopeId: anId('territory'), source: 'road-network' });
const drive = { expectedSeconds: 900, seconds: 1170, spanHeld: true };
const after = (count: number, changes: Partial<typeof drive> = {}) => {
  let pace = nothing;
  for (let each = 0; each < count; each += 1) pace = paceAfter(pace, { ...drive, ...changes });
  return pace;
};

describe('the pace', () => {
  test('is the model’s own while nothing is known', () => {
    expect(paceOf(undefined, undefined)).toEqual({ factor: 1 });
  });

  test('of a few drives moves little, of many it is what they show', () => {
    expect(paceOf(after(2), undefined).factor).toBeCloseTo(1.03, 2);
    expect(paceOf(after(500), undefined).factor).toBeCloseTo(1.3, 1);
  });

  test('of a technician with few drives is his territory’s', () => {
    const territory = after(500);
    const quick = after(2, { seconds: 900 });
    const { factor } = paceOf(territory, quick);
    expect(factor).toBeLessThan(paceOf(territory, undefined).factor);
    expect(factor).toBeGreaterThan(1.2);
  });

  test('is not spoilt by one drive that stood for hours', () => {
    expect(paceOf(paceAfter(nothing, { ...drive, seconds: 36_000 }), undefined).factor).toBeLessThan(1.1);
  });

  test('follows a change within a season', () => {
    let pace = after(1000);
    for (let each = 0; each < 1000; each += 1) pace = paceAfter(pace, { ...drive, seconds: 900 });
    expect(paceOf(pace, undefined).factor).toBeLessThan(1.05);
  });
});

describe('the spread', () => {
  test('grows with a span that did not hold, shrinks with one that did, and stands still at four of five', () => {
    expect(after(1, { spanHeld: false }).spread).toBeGreaterThan(1);
    expect(after(1).spread).toBeLessThan(1);
    let pace = nothing;
    for (let each = 0; each < 100; each += 1) pace = paceAfter(pace, { ...drive, spanHeld: each % 5 !== 0 });
    expect(pace.spread).toBeCloseTo(1, 6);
  });

  test('of a drive for which no span was told stays', () => {
    expect(paceAfter(nothing, { expectedSeconds: 900, seconds: 900 }).spread).toBe(nothing.spread);
  });
});
