import { noticeOf } from './notice-of.ts';
import { refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** Passes on what the customer might want to buy; it leaves as an event for whoever sells. */
export const raiseLead: VisitRule<'raise-lead'> = (visit, { noticeId: id, kind, text }, doing) =>
  refuseOthers(visit, doing) ?? {
    ok: true,
    notice: noticeOf(kind === 'quote' ? 'quote-request' : 'lead', visit, doing, { id, text }),
    event: 'appointment.lead-raised',
    facts: { noticeId: id, kind },
  };
