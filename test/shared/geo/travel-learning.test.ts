import { describe, expect, it } from 'vitest';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { learnedTravel } from '../../../shared/geo/learned-travel.ts';
import { factorAt, learnTravelFactors, type TaughtBy } from '../../../shared/geo/travel-learning.ts';
import { unreachableSeconds } from '../../../shared/geo/travel-model.ts';
import type { Position } from '../../../shared/model/place.ts';
import { seededRandom } from '../../../shared/routing/seeded-random.ts';

const zone = 'America/New_York';
const drive = (change: Partial<TaughtBy> = {}): TaughtBy => ({
  seconds: 1200,
  expectedSeconds: 1000,
  hour: 8,
  weekday: 2,
  source: 'estimate',
  ...change,
});
const many = (count: number, change: Partial<TaughtBy> = {}) => Array.from({ length: count }, () => drive(change));
/** Tuesday in New York, four hours behind. */
const eight = Date.parse('2026-05-12T12:30:00.000Z');
const noon = Date.parse('2026-05-12T16:30:00.000Z');

describe('what drives teach', () => {
  it('is nothing without drives, little from one, nearly all from many', () => {
    const overall = (drives: TaughtBy[]) => learnTravelFactors(drives, 'estimate').overall;
    expect(overall([])).toBe(1);
    expect(overall(many(1))).toBeLessThan(1.03);
    expect(overall(many(300))).toBeCloseTo(1.2, 1);
  });

  it('is told by the hour of the week in the zone of the territory', () => {
    const drives = [...many(60, { seconds: 1500 }), ...many(60, { seconds: 1000, hour: 12 })];
    const factors = learnTravelFactors(drives, 'estimate');
    expect(factorAt(factors, zone, eight)).toBeGreaterThan(1.35);
    expect(factorAt(factors, zone, noon)).toBeLessThan(1.1);
    expect(factorAt(factors, zone)).toBe(factors.overall);
  });

  it('passes over to like hours of like days, less; and not from work days to the weekend', () => {
    const drives = [...many(60, { seconds: 1500 }), ...many(60, { seconds: 1000, hour: 12 })];
    const factors = learnTravelFactors(drives, 'estimate');
    const [tuesday, wednesday, sunday] = [1, 2, 6].map((day) => factors.byHourOfWeek[day * 24 + 8] ?? 0);
    expect(wednesday).toBeGreaterThan(factors.overall);
    expect(wednesday).toBeLessThan(tuesday ?? 0);
    expect(sunday).toBeCloseTo(factors.overall, 6);
  });

  it('counts only drives that were held against the same source, and no stuck one for more than three', () => {
    expect(learnTravelFactors(many(100, { source: 'road-network' }), 'estimate').overall).toBe(1);
    expect(learnTravelFactors(many(5000, { seconds: 100_000 }), 'estimate').overall).toBeLessThan(3.01);
  });

  it('halves the error of a rush hour that the source does not know', () => {
    const random = seededRandom(7);
    const truth = (hour: number) => (hour === 8 || hour === 17 ? 1.5 : 1.05);
    const some = (count: number) =>
      Array.from({ length: count }, () => {
        const hour = 7 + Math.floor(random() * 11);
        const weekday = 1 + Math.floor(random() * 5);
        return drive({ hour, weekday, seconds: Math.round(1000 * truth(hour) * Math.exp((random() - 0.5) * 0.4)) });
      });
    const factors = learnTravelFactors(some(400), 'estimate');
    const errorWith = (factorOf: (one: TaughtBy) => number) =>
      some(400).reduce((sum, one) => sum + Math.abs(1000 * factorOf(one) - 1000 * truth(one.hour)), 0);
    const learned = errorWith(({ hour, weekday }) => factors.byHourOfWeek[(weekday - 1) * 24 + hour] ?? 1);
    expect(learned).toBeLessThan(0.5 * errorWith(() => 1));
  });
});

describe('travel corrected by what was learned', () => {
  const factors = learnTravelFactors(many(300), 'estimate');
  const travel = learnedTravel(estimatedTravel, factors, zone);
  const [from, to]: Position[] = [
    [-71.06, 42.36],
    [-71.01, 42.4],
  ];

  it('takes longer by the factor, leg by leg, in a matrix and in reach alike', () => {
    if (!from || !to) return;
    const plain = estimatedTravel.travel(from, to);
    const corrected = travel.travel(from, to, eight);
    expect(corrected.seconds).toBe(Math.ceil(plain.seconds * factorAt(factors, zone, eight)));
    expect(corrected.metres).toBe(plain.metres);
    expect(travel.matrix([from, to], eight).seconds[1]).toBe(corrected.seconds);
    expect(travel.reach([from], eight)(to)).toBeCloseTo(corrected.seconds, -1);
  });

  it('leaves out of reach what is out of reach', () => {
    const nowhere = { ...estimatedTravel, travel: () => ({ seconds: unreachableSeconds, metres: 0 }) };
    expect(learnedTravel(nowhere, factors, zone).travel([1, 1], [2, 2]).seconds).toBe(unreachableSeconds);
  });
});
