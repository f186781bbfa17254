import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { secondsBetween } from '../../../shared/geo/instant-arithmetic.ts';
import { addDays, dayBounds, dayOf, daysTouched, instantOf, weekdayOf } from '../../../shared/geo/zoned-time.ts';

const zone = 'America/New_York';
const hoursOf = (day: string) => {
  const { from, to } = dayBounds(day, zone);
  return secondsBetween(from, to) / 3600;
};

describe('days in a zone', () => {
  test('late evening in Boston is still the day before in UTC terms', () => {
    expect(dayOf('2026-05-13T03:59:59.000Z', zone)).toBe('2026-05-12');
    expect(dayOf('2026-05-13T04:00:00.000Z', zone)).toBe('2026-05-13');
  });

  test('have 23 hours when the clock springs forward and 25 when it falls back', () => {
    expect(hoursOf('2026-03-08')).toBe(23);
    expect(hoursOf('2026-11-01')).toBe(25);
    expect(hoursOf('2026-05-12')).toBe(24);
  });

  test('every instant lies within the bounds of its own day', () => {
    const zones = fc.constantFrom(zone, 'Asia/Kathmandu', 'Pacific/Auckland', 'Australia/Lord_Howe', 'UTC');
    const instants = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, zones, (date, anyZone) => {
        const at = date.toISOString();
        const { from, to } = dayBounds(dayOf(at, anyZone), anyZone);
        expect(from <= at && at < to).toBe(true);
      }),
    );
  });

  test('a span over midnight touches both days, one that ends at midnight only the first', () => {
    const midnight = '2026-05-13T04:00:00.000Z';
    expect(daysTouched({ from: '2026-05-13T03:00:00.000Z', to: '2026-05-13T05:00:00.000Z' }, zone)).toEqual([
      '2026-05-12',
      '2026-05-13',
    ]);
    expect(daysTouched({ from: '2026-05-13T03:00:00.000Z', to: midnight }, zone)).toEqual(['2026-05-12']);
  });
});

describe('wall-clock times', () => {
  test('are read in the offset of their day', () => {
    expect(instantOf('2026-01-12', '08:00', zone)).toBe('2026-01-12T13:00:00.000Z');
    expect(instantOf('2026-05-12', '08:00', zone)).toBe('2026-05-12T12:00:00.000Z');
  });

  test('that the clock skips are as much later as was skipped', () => {
    expect(instantOf('2026-03-08', '02:30', zone)).toBe('2026-03-08T07:30:00.000Z');
  });

  test('that occur twice are the first of the two', () => {
    expect(instantOf('2026-11-01', '01:30', zone)).toBe('2026-11-01T05:30:00.000Z');
  });

  test('24:00 is the midnight that ends the day', () => {
    expect(instantOf('2026-05-12', '24:00', zone)).toBe(instantOf('2026-05-13', '00:00', zone));
  });
});

test('days are added over months and leap days', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});

test('Monday is 1 and Sunday is 7', () => {
  expect(weekdayOf('2026-05-11')).toBe(1);
  expect(weekdayOf('2026-05-17')).toBe(7);
});
