import { expect, test } from 'vitest';
import { coveredWork } from '../../../../shared/rules/coverage/covered-work.ts';
import { anAppointment, anAssignedAppointment } from '../../../builders/an-appointment.ts';
import { aTechnician } from '../../../builders/a-technician.ts';

const beginsOf = (appointment: ReturnType<typeof anAppointment>) =>
  coveredWork({ appointments: [appointment], partUsages: [], parts: [] }).labour.map(({ startsAt }) => startsAt);

test('labour begins when it is planned to, and at no time while nobody has planned it', () => {
  expect(beginsOf(anAppointment())).toEqual([undefined]);
  expect(beginsOf(anAssignedAppointment(aTechnician().id, '2026-05-12T14:00:00.000Z'))).toEqual([
    '2026-05-12T14:00:00.000Z',
  ]);
});
