import { expect, it } from 'vitest';
import { continuedVisit } from '../../../shared/rules/continued-visit.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';

const rosa = aTechnician();
const second = anAppointment({ earliestStartAt: `${tuesday}T12:00:00.000Z` });

it('Work that goes on with a planned visit is for whom that visit is with, once it is over', () => {
  const first = anAssignedAppointment(rosa.id, `${tuesday}T13:00:00.000Z`);
  expect(continuedVisit(second, first)).toEqual({
    kind: 'only-by',
    technicianIds: [rosa.id],
    earliestStartAt: first.assignments[0]?.plannedEndAt,
  });
});

it('Work that goes on with a visit without a time waits for it', () => {
  expect(continuedVisit(second, anAppointment())).toEqual({ kind: 'held-back' });
});

it('A cancelled visit holds nothing back', () => {
  expect(continuedVisit(second, anAppointment({ status: 'cancelled' }))).toBeUndefined();
});
