import type { Appointment } from '../../../shared/model/appointment.ts';
import type { HistoryEntry } from '../../../shared/model/history-entry.ts';
import type { Note } from '../../../shared/model/note.ts';
import type { Photo } from '../../../shared/model/photo.ts';
import type { Signature } from '../../../shared/model/signature.ts';
import type { PartUsage } from '../../../shared/model/stock.ts';
import { appointmentEntity } from '../entities/appointment.ts';
import { historyEntryEntity } from '../entities/history-entry.ts';
import { noteEntity } from '../entities/note.ts';
import { partUsageEntity } from '../entities/part-usage.ts';
import { photoEntity } from '../entities/photo.ts';
import { signatureEntity } from '../entities/signature.ts';
import type { Item } from '../entity.ts';
import type { Table } from '../table-client.ts';
import { entriesThatMade } from './entries-that-made.ts';
import { readItems } from './read-items.ts';

export interface AppointmentFile {
  readonly appointment: Appointment;
  readonly notes: Note[];
  readonly photos: Photo[];
  readonly signatures: Signature[];
  readonly partUsages: PartUsage[];
  readonly history: HistoryEntry[];
}

/** An appointment with what lies with it, as it stands this moment; without its history. */
export const appointmentLines = async (
  table: Table,
  tenantId: string,
  appointmentId: string,
): Promise<Omit<AppointmentFile, 'history'> | undefined> => {
  const items = await table.all({ tenantId, partition: ['APPOINTMENT', appointmentId], consistent: true });
  const [appointment] = readItems(appointmentEntity, items);
  return appointment && linesOf(appointment, items);
};

const linesOf = (appointment: Appointment, items: readonly Item[]): Omit<AppointmentFile, 'history'> => ({
  appointment,
  notes: readItems(noteEntity, items),
  photos: readItems(photoEntity, items),
  signatures: readItems(signatureEntity, items),
  partUsages: readItems(partUsageEntity, items),
});

/** What was taken from and put back onto vans for an appointment. */
export const partUsagesOf = async (table: Table, tenantId: string, appointmentId: string): Promise<PartUsage[]> =>
  readItems(
    partUsageEntity,
    await table.all({ tenantId, partition: ['APPOINTMENT', appointmentId], beginsWith: 'USAGE#', consistent: true }),
  );

export const appointmentFile = async (
  table: Table,
  tenantId: string,
  appointmentId: string,
): Promise<AppointmentFile | undefined> => {
  const items = await table.all({ tenantId, partition: ['APPOINTMENT', appointmentId] });
  const [appointment] = readItems(appointmentEntity, items);
  return (
    appointment && {
      ...linesOf(appointment, items),
      history: [
        ...(await entriesThatMade(table, tenantId, appointment.serviceRequestId, { appointmentId })),
        ...readItems(historyEntryEntity, items),
      ],
    }
  );
};
