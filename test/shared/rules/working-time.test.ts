import { expect, test } from 'vitest';
import { secondsBetween } from '../../../shared/geo/instant-arithmetic.ts';
import { shiftsOn } from '../../../shared/rules/working-time.ts';
import { aTechnician } from '../../builders/a-technician.ts';

const zone = 'America/New_York';
const everyDay = [1, 2, 3, 4, 5, 6, 7];

test('a technician works on his weekdays only, in the wall-clock time of his zone', () => {
  const technician = aTechnician();
  expect(shiftsOn(technician, '2026-05-12', zone)).toEqual([
    { from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T21:00:00.000Z' },
  ]);
  expect(shiftsOn(technician, '2026-01-13', zone)[0]?.from).toBe('2026-01-13T13:00:00.000Z');
  expect(shiftsOn(technician, '2026-05-16', zone)).toEqual([]);
});

test('shifts come in order and those that touch are one', () => {
  const shifts = [
    { weekdays: everyDay, from: '15:00', to: '18:00' },
    { weekdays: everyDay, from: '12:00', to: '14:00' },
    { weekdays: everyDay, from: '08:00', to: '12:00' },
  ];
  expect(shiftsOn(aTechnician({ shifts }), '2026-05-12', zone)).toEqual([
    { from: '2026-05-12T12:00:00.000Z', to: '2026-05-12T18:00:00.000Z' },
    { from: '2026-05-12T19:00:00.000Z', to: '2026-05-12T22:00:00.000Z' },
  ]);
});

test('a night shift is an hour shorter when the clock springs forward', () => {
  const [shift] = shiftsOn(
    aTechnician({ shifts: [{ weekdays: [7], from: '00:00', to: '08:00' }] }),
    '2026-03-08',
    zone,
  );
  expect(shift && secondsBetween(shift.from, shift.to) / 3600).toBe(7);
});

test('a pattern of every second week is counted from the week in which it begins, over the year’s end too', () => {
  const shifts = [{ weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '17:00', startsOn: '2026-12-23', everyWeeks: 2 }];
  const works = (day: string) => shiftsOn(aTechnician({ shifts }), day, zone).length > 0;
  const days = ['2026-12-22', '2026-12-23', '2026-12-25', '2026-12-28', '2027-01-01', '2027-01-04', '2027-01-11'];
  expect(days.filter(works)).toEqual(['2026-12-23', '2026-12-25', '2027-01-04']);
});

test('a pattern holds on its first and its last day and on none outside of them', () => {
  const shifts = [{ weekdays: everyDay, from: '08:00', to: '17:00', startsOn: '2026-05-11', endsOn: '2026-05-13' }];
  const works = (day: string) => shiftsOn(aTechnician({ shifts }), day, zone).length > 0;
  const days = ['2026-05-10', '2026-05-11', '2026-05-13', '2026-05-14'];
  expect(days.filter(works)).toEqual(['2026-05-11', '2026-05-13']);
});
