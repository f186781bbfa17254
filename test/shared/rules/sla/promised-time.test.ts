import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServiceHours } from '../../../../shared/model/service-hours.ts';
import { promisedTime } from '../../../../shared/rules/sla/promised-time.ts';
import { slowClock } from './slow-clock.ts';

const officeHours: ServiceHours = {
  timeZone: 'America/New_York',
  weekly: [
    { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '12:00' },
    { weekdays: [1, 2, 3, 4, 5], from: '12:30', to: '17:00' },
    { weekdays: [6], from: '00:00', to: '24:00' },
  ],
  daysOff: ['2020-12-25', '2024-07-04', '2026-05-25', '2028-02-29'],
};
const hourMs = 3_600_000;
const tenYears = { from: Date.UTC(2019, 0, 1), to: Date.UTC(2029, 0, 1) };

test('over ten years of minutes it runs exactly when a wall clock says so', { timeout: 120_000 }, () => {
  const runs = slowClock(officeHours);
  const time = promisedTime(officeHours);
  let counted = 0;
  const wrong: string[] = [];
  for (let hour = tenYears.from / hourMs; hour < tenYears.to / hourMs; hour++) {
    const slow = runs(hour).filter(Boolean).length * 60_000;
    counted += slow;
    if (time.between(hour * hourMs, (hour + 1) * hourMs) !== slow) wrong.push(new Date(hour * hourMs).toISOString());
  }
  expect(wrong).toEqual([]);
  expect(time.between(tenYears.from, tenYears.to)).toBe(counted);
});

describe('promised time', () => {
  const instant = fc.integer({ min: tenYears.from / 1000, max: tenYears.to / 1000 }).map((seconds) => seconds * 1000);
  const time = promisedTime(officeHours);

  test('runs in seconds as it does in whole minutes', () => {
    const runs = slowClock(officeHours);
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 3 * 86_400 }), (from, seconds) => {
        const to = from + seconds * 1000;
        let slow = 0;
        for (let hour = Math.floor(from / hourMs); hour * hourMs < to; hour++) {
          runs(hour).forEach((isRunning, minute) => {
            const begin = hour * hourMs + minute * 60_000;
            if (isRunning) slow += Math.max(0, Math.min(to, begin + 60_000) - Math.max(from, begin));
          });
        }
        expect(time.between(from, to)).toBe(slow);
      }),
      { numRuns: 30 },
    );
  });

  test('is over at the first instant at which so much of it has run', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 7 * 86_400 }), (from, seconds) => {
        const due = time.after(from, seconds * 1000) ?? NaN;
        expect(time.between(from, due)).toBe(seconds * 1000);
        expect(time.between(from, due - 1)).toBeLessThan(seconds * 1000);
      }),
    );
  });

  test('never comes where there are no hours', () => {
    expect(promisedTime({ ...officeHours, weekly: [] }).after(tenYears.from, 1000)).toBeUndefined();
  });
});
