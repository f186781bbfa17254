import { expect, test } from 'vitest';
import type { BoardRow } from '../../../shared/protocol/endpoints/board.ts';
import { withWorkElsewhere } from '../../../web/dispatch/state/work-elsewhere.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const rosa = anId('technician');
const row = (technicianId: string, taken: BoardRow['taken'] = []): BoardRow => ({
  ...{ technicianId, shifts: [], taken, liveState: 'available' },
});
const work = anAssignedAppointment(rosa, `${tuesday}T13:00:00.000Z`, { day: tuesday });
const [span] = work.assignments;
const interval = { kind: 'appointment', id: work.id, from: span?.plannedStartAt, to: span?.plannedEndAt };

test('work that is given to somebody in another territory takes his time on this board', () => {
  const [his, other] = withWorkElsewhere([row(rosa), row(anId('technician'))], [work], [tuesday]);
  expect([his?.taken, other?.taken]).toEqual([[interval], []]);
});

test('what is taken from him there, or moved to a day that is not looked at, frees it again', () => {
  const before = withWorkElsewhere([row(rosa)], [work], [tuesday]);
  const takenBack = { ...work, assignments: [], day: undefined, status: 'unscheduled' as const };
  expect(withWorkElsewhere(before, [takenBack], [tuesday])[0]?.taken).toEqual([]);
  expect(withWorkElsewhere(before, [work], ['2026-05-19'])[0]?.taken).toEqual([]);
});

test('rows that nothing concerns stay the same, so that nothing is drawn again', () => {
  const rows = [row(rosa)];
  expect(withWorkElsewhere(rows, [anAppointment()], [tuesday])).toBe(rows);
  const taken = withWorkElsewhere(rows, [work], [tuesday]);
  expect(withWorkElsewhere(taken, [work], [tuesday])).toBe(taken);
});
