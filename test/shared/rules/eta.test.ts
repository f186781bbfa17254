import { describe, expect, test } from 'vitest';
import { etaOf, type EtaQuestion } from '../../../shared/rules/eta.ts';
import { unreachableSeconds } from '../../../shared/geo/travel-model.ts';

const at = '2026-05-12T14:00:00.000Z';
const etaFor = (changes: Partial<EtaQuestion> = {}) => {
  const eta = etaOf({ at, leftSeconds: 900, source: 'road-network', ...changes });
  if (!eta) throw new Error('There is no way');
  const secondsTo = (instant: string) => (Date.parse(instant) - Date.parse(at)) / 1000;
  return { ...eta, expected: secondsTo(eta.expectedAt), from: secondsTo(eta.from), to: secondsTo(eta.to) };
};
const widthOf = ({ from, to }: { from: number; to: number }) => to - from;

describe('the expected arrival', () => {
  test('is the way left, and the span about it has the longer side late', () => {
    const { expected, from, to } = etaFor();
    expect(expected).toBeGreaterThan(850);
    expect(expected).toBeLessThan(920);
    expect(from).toBeLessThan(expected);
    expect(to - expected).toBeGreaterThan(expected - from);
  });

  test('follows the learned pace', () => {
    expect(etaFor({ pace: { factor: 1.3 } }).expected / etaFor().expected).toBeGreaterThan(1.2);
  });

  test('follows how the way went so far, the more of it is done', () => {
    const slowly = (expectedSeconds: number) => ({ expectedSeconds, seconds: expectedSeconds * 1.5 });
    expect(etaFor({ done: slowly(120) }).expected).toBeGreaterThan(etaFor().expected);
    expect(etaFor({ done: slowly(900) }).expected).toBeGreaterThan(etaFor({ done: slowly(120) }).expected);
  });

  test('grows surer on the way', () => {
    const done = { expectedSeconds: 600, seconds: 600 };
    expect(widthOf(etaFor({ done, leftSeconds: 300 }))).toBeLessThan(widthOf(etaFor()));
  });

  test('of a straight line is told as an estimate, with a wider span', () => {
    expect(etaFor().estimate).toBe(false);
    expect(etaFor({ source: 'estimate' }).estimate).toBe(true);
    expect(widthOf(etaFor({ source: 'estimate' }))).toBeGreaterThan(widthOf(etaFor()));
  });

  test('is never in the past, also before the door', () => {
    const { from, to } = etaFor({ leftSeconds: 0 });
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeGreaterThan(from);
  });

  test('is not told where no road leads', () => {
    expect(etaOf({ at, leftSeconds: unreachableSeconds, source: 'road-network' })).toBeUndefined();
  });
});
