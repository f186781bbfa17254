import { timeEntrySchema, type TimeEntry } from '../../../shared/model/time-entry.ts';
import { defineEntity } from '../entity.ts';

/** Lies with its technician, by when it began: his time sheet. */
export const timeEntryEntity = defineEntity<TimeEntry, Pick<TimeEntry, 'technicianId' | 'from' | 'id'>>({
  name: 'time-entry',
  schema: timeEntrySchema,
  key: ({ technicianId, from, id }) => ({ partition: ['TECHNICIAN', technicianId], sort: `TIME#${from}#${id}` }),
});
