import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlaps } from '../../../shared/geo/instant-arithmetic.ts';
import { technicianDaySchema, type TakenInterval } from '../../../shared/model/technician-day.ts';
import { emptyDay, endInterval, freeInterval, takeInterval } from '../../../shared/rules/technician-day.ts';
import { anId } from '../../builders/an-id.ts';
import { tuesday } from '../../builders/an-appointment.ts';

const empty = emptyDay(anId('technician'), tuesday);
const midnight = Date.parse('2026-05-12T04:00:00.000Z');
const minutesIn = (minutes: number) => new Date(midnight + minutes * 60_000).toISOString();
const interval = (id: string, from: number, to: number): TakenInterval => ({
  kind: 'appointment',
  id,
  from: minutesIn(from),
  to: minutesIn(to),
});

describe("a technician's day", () => {
  test('refuses what overlaps and names what is in the way', () => {
    const first = takeInterval(empty, interval('a', 60, 120));
    if (!first.ok) throw new Error('the day was empty');
    expect(takeInterval(first.day, interval('b', 119, 180))).toEqual({ ok: false, conflict: interval('a', 60, 120) });
    expect(takeInterval(first.day, interval('b', 120, 180)).ok).toBe(true);
  });

  test('lets an appointment move over its own earlier time', () => {
    const first = takeInterval(empty, interval('a', 60, 120));
    if (!first.ok) throw new Error('the day was empty');
    expect(takeInterval(first.day, interval('a', 90, 150))).toMatchObject({
      day: { intervals: [interval('a', 90, 150)] },
    });
  });

  test('is free again after what took it is given back', () => {
    const first = takeInterval(empty, interval('a', 60, 120));
    if (!first.ok) throw new Error('the day was empty');
    expect(freeInterval(first.day, 'a')).toEqual(empty);
  });

  test('is free after work that was over early, and keeps the time of work that was over late', () => {
    const taken = takeInterval(empty, interval('a', 60, 120));
    if (!taken.ok) throw new Error('the day was empty');
    expect(endInterval(taken.day, 'a', minutesIn(90)).intervals).toEqual([interval('a', 60, 90)]);
    expect(endInterval(taken.day, 'a', minutesIn(150))).toEqual(taken.day);
    expect(endInterval(taken.day, 'a', minutesIn(60))).toEqual(empty);
    expect(endInterval(taken.day, 'b', minutesIn(60))).toEqual(taken.day);
  });

  test('never holds two intervals that overlap, whatever is taken and freed in whatever order', () => {
    const attempt = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      from: fc.nat(1400),
      length: fc.integer({ min: 1, max: 300 }),
      free: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), (attempts) => {
        let day = empty;
        for (const { id, from, length, free } of attempts) {
          const taken = takeInterval(day, interval(id, from, from + length));
          if (free) day = freeInterval(day, id);
          else if (taken.ok) day = taken.day;
        }
        const { intervals } = technicianDaySchema.parse(day);
        for (const one of intervals) {
          expect(intervals.filter((other) => other !== one && overlaps(one, other))).toEqual([]);
        }
      }),
    );
  });
});
