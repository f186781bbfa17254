import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { backlog } from '../../../functions/store/questions/board.ts';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { homeTerritoryId } from '../../builders/a-territory.ts';
import { openTestTable, type TestTable } from '../../fakes/open-test-table.ts';

let opened: TestTable;
const tenantId = anId('tenant');
const later = anAppointment({ id: anId('appointment'), dueBy: '2026-05-15T12:00:00.000Z' });
const sooner = anAppointment({ id: anId('appointment'), dueBy: '2026-05-13T12:00:00.000Z' });

beforeAll(async () => {
  opened = await openTestTable();
  await opened.keep(appointmentEntity, tenantId, later, sooner);
});
afterAll(() => opened.close());

test('what waits is given whole and in the order of its promise, though its index holds keys alone', async () => {
  expect(await backlog(opened.table, tenantId, homeTerritoryId)).toEqual([sooner, later]);
});

test('what is scheduled between the question to the index and the reading of the items waits no more', async () => {
  const scheduled = anAssignedAppointment(anId('technician'), '2026-05-12T14:00:00.000Z', { id: sooner.id });
  const afterQuestion = vi.fn(() => opened.keep(appointmentEntity, tenantId, scheduled));
  opened.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const answer = await next(args);
        if (commandName === 'QueryCommand') await afterQuestion();
        return answer;
      },
    { step: 'initialize' },
  );
  expect(await backlog(opened.table, tenantId, homeTerritoryId)).toEqual([later]);
  expect(afterQuestion).toHaveBeenCalledOnce();
});
