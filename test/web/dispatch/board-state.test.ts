import { expect, test } from 'vitest';
import { BoardState } from '../../../web/dispatch/state/board-state.svelte.ts';
import { anAppointment } from '../../builders/an-appointment.ts';
import { homeTerritoryId } from '../../builders/a-territory.ts';
import { anId } from '../../builders/an-id.ts';
import { anApi } from '../an-api.ts';

test('appointments that a plan names and the board does not know are taken, and no longer count as unread', () => {
  const [known, unknown] = [anAppointment(), anAppointment()];
  const elsewhere = anAppointment({ territoryId: anId('territory') });
  const board = new BoardState(anApi(async () => undefined));
  board.territoryId = homeTerritoryId;
  board.take({ appointments: [known] });
  board.backlogNotRead = 5;
  board.learn([known, unknown, elsewhere]);
  board.learn([known, unknown, elsewhere]);
  expect(board.appointments.get(unknown.id)).toEqual(unknown);
  expect(board.backlogNotRead).toBe(4);
});
