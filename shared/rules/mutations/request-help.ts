import { noticeOf } from './notice-of.ts';
import { refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** Asks the office for help. */
export const requestHelp: VisitRule<'request-help'> = (visit, { noticeId: id, text }, doing) =>
  refuseOthers(visit, doing) ?? {
    ok: true,
    notice: noticeOf('help-request', visit, doing, { id, text }),
    event: 'appointment.help-requested',
    facts: { noticeId: id },
  };
