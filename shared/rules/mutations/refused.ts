import { isAssignedTo } from '../appointment-lifecycle.ts';
import type { Doing, VisitFacts, VisitRefusal } from './visit-rule.ts';

/** A refusal with its code and words. */
export const refused = (reason: string, detail: string): { readonly ok: false } & VisitRefusal => ({
  ok: false,
  reason,
  detail,
});

/** Refuses a technician what is not assigned to him; nothing where it is his, or where the office asks. */
export const refuseOthers = ({ appointment }: Pick<VisitFacts, 'appointment'>, { technicianId }: Doing) =>
  technicianId === undefined || isAssignedTo(appointment, technicianId)
    ? undefined
    : refused('not-assigned-to-you', 'It is not assigned to you.');
