import { expect, test } from 'vitest';
import { placementEvent } from '../../../shared/rules/placement-event.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const rosa = anId('technician');
const standing = anAssignedAppointment(rosa, '2026-05-12T14:00:00.000Z');
const locked = { ...standing, assignments: standing.assignments.map((one) => ({ ...one, locked: true })) };
const longer = {
  ...standing,
  assignments: standing.assignments.map((one) => ({ ...one, plannedEndAt: '2026-05-12T17:30:00.000Z' })),
};
const later = anAssignedAppointment(rosa, '2026-05-12T16:00:00.000Z');

test.each([
  ['given to somebody for the first time is scheduled', anAppointment(), standing, 'appointment.scheduled'],
  ['at another time is moved', standing, later, 'appointment.moved'],
  ['locked where it stands is locked, not moved', standing, locked, 'appointment.locked'],
  ['unlocked where it stands is unlocked', locked, standing, 'appointment.unlocked'],
  ['given more time where it stands is resized, not moved', standing, longer, 'appointment.resized'],
  ['moved and unlocked at once is moved', locked, later, 'appointment.moved'],
])('an appointment %s', (_, before, after, event) => {
  expect(placementEvent(before, after)).toBe(event);
});
