import type { Appointment } from '../../../shared/model/appointment.ts';
import { appointmentEntity } from '../entities/appointment.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

export const dayBoard = async (table: Table, tenantId: string, territoryId: string, day: string) =>
  readItems(
    appointmentEntity,
    await table.all({
      tenantId,
      index: 'gsi2',
      partition: ['TERRITORY', territoryId, 'DAY', day],
      beginsWith: 'APPOINTMENT#',
    }),
  );

/** Unscheduled appointments, what is due first at the top, up to `limit`. */
export const backlog = async (
  table: Table,
  tenantId: string,
  territoryId: string,
  limit?: number,
): Promise<Appointment[]> =>
  readItems(
    appointmentEntity,
    await table.all({ tenantId, index: 'gsi3', partition: ['BACKLOG', territoryId] }, limit),
  );
