import { expect, test, vi } from 'vitest';
import type { Api } from '../../../web/api/api.ts';
import { BoardState } from '../../../web/dispatch/state/board-state.svelte.ts';
import { anAppointment } from '../../builders/an-appointment.ts';

test('appointments that a plan names and the board does not know are read, each once, and no longer count as unread', async () => {
  const known = anAppointment();
  const unknown = anAppointment();
  const call = vi.fn(async (_: unknown, { params }: { params: { appointmentId: string } }) => {
    expect(params.appointmentId).toBe(unknown.id);
    return { appointment: unknown };
  });
  const board = new BoardState({ call } as unknown as Api);
  board.take({ appointments: [known] });
  board.backlogNotRead = 5;
  await board.know([known.id, unknown.id]);
  await board.know([known.id, unknown.id]);
  expect(board.appointments.get(unknown.id)).toEqual(unknown);
  expect(call).toHaveBeenCalledTimes(1);
  expect(board.backlogNotRead).toBe(4);
});
