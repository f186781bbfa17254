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
