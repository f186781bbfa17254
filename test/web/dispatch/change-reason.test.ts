import { expect, test } from 'vitest';
import { changeReason } from '../../../web/dispatch/plan/change-reason.ts';
import { formatFor } from '../../../web/ui/format.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const format = formatFor('en', 'America/New_York');
const told = { from: '2026-05-12T13:00:00.000Z', to: '2026-05-12T14:00:00.000Z' };
const from = (time: string) => ({
  plannedStartAt: `2026-05-12T${time}:00.000Z`,
  plannedEndAt: `2026-05-12T${time}:00.000Z`,
});
const standing = (time: string, changes: Parameters<typeof anAppointment>[0] = {}) =>
  anAssignedAppointment(anId('technician'), `2026-05-12T${time}:00.000Z`, { arrivalWindow: told, ...changes });

test('a re-plan says for each change why: in time again, less late, late for others, or room for them', () => {
  expect(changeReason(standing('14:30'), from('13:30'), true, format)).toBe('in time again, now 30 min late');
  expect(changeReason(standing('15:00'), from('14:20'), true, format)).toBe('20 min late instead of 1h');
  expect(changeReason(standing('13:30'), from('14:20'), false, format)).toContain('so that others are in time');
  expect(changeReason(standing('13:30'), from('13:40'), false, format)).toContain('makes room');
  expect(changeReason(standing('13:30'), from('13:00'), true, format)).toContain('less driving');
});

test('what is over after it is due is late, whatever was told', () => {
  const due = standing('13:00', { dueBy: '2026-05-12T13:20:00.000Z' });
  expect(changeReason(due, from('13:10'), true, format)).toBe('in time again, now 40 min late');
});
