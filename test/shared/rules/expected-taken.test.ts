import { describe, expect, test } from 'vitest';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { expectedTaken } from '../../../shared/rules/expected-taken.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const now = '2026-05-12T14:00:00.000Z';

/** An hour from 12:30Z on, so that it should be over since half an hour. */
const planned = (status: Appointment['status']) =>
  anAssignedAppointment(anId('technician'), '2026-05-12T12:30:00.000Z', { status });

const endOf = (appointment: Appointment) => {
  const interval = {
    kind: 'appointment' as const,
    id: appointment.id,
    from: '2026-05-12T12:30:00.000Z',
    to: '2026-05-12T13:30:00.000Z',
  };
  const [expected] = expectedTaken([interval], [appointment], now);
  expect(expected?.location).toEqual(appointment.place.location);
  return expected?.to;
};

describe('taken time', () => {
  test('lasts until now while the technician is still on site', () => {
    expect(endOf(planned('on-site'))).toBe(now);
  });

  test('lasts its whole length from now on where work should have begun', () => {
    expect(endOf(planned('travelling'))).toBe('2026-05-12T15:00:00.000Z');
  });

  test('stays as it was when the work is finished', () => {
    expect(endOf(planned('completed'))).toBe('2026-05-12T13:30:00.000Z');
  });

  test('of an absence stays as it is', () => {
    const absence = { kind: 'absence' as const, id: anId('absence'), from: now, to: '2026-05-12T15:00:00.000Z' };
    expect(expectedTaken([absence], [], now)).toEqual([absence]);
  });
});
