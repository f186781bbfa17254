import { historyEntrySchema, type HistoryEntry } from '../../shared/model/history-entry.ts';
import { anId } from './an-id.ts';

/** A dispatcher scheduled an appointment on Tuesday at 10:00 in Boston. */
export const aHistoryEntry = (changes: Partial<HistoryEntry> = {}): HistoryEntry =>
  historyEntrySchema.parse({
    id: anId('historyEntry'),
    subjectId: anId('appointment'),
    event: 'appointment.scheduled',
    at: '2026-05-12T14:00:00.000Z',
    by: { kind: 'staff', id: 'dispatcher', name: 'Dana Cole' },
    facts: {},
    ...changes,
  });
