import { refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** Something said about the appointment; added, never changed. */
export const addNote: VisitRule<'add-note'> = (visit, { noteId: id, text }, doing) =>
  refuseOthers(visit, doing) ?? {
    ok: true,
    note: { id, appointmentId: visit.appointment.id, at: doing.at, by: doing.name, text },
    event: 'appointment.note-added',
    facts: { noteId: id },
  };
