import { noticeOf } from './notice-of.ts';
import { refused, refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** Asks the office for a part that the van does not have. */
export const requestPart: VisitRule<'request-part'> = (visit, { noticeId: id, partId, quantity, remark }, doing) => {
  const notHis = refuseOthers(visit, doing);
  if (notHis) return notHis;
  const part = visit.parts.find((one) => one.id === partId);
  if (!part) return refused('unknown-part', 'There is no such part.');
  const text = `${quantity} × ${part.name}${remark === undefined ? '' : `: ${remark}`}`;
  return {
    ok: true,
    notice: noticeOf('part-request', visit, doing, { id, partId, quantity, text }),
    event: 'appointment.part-requested',
    facts: { partId, quantity },
  };
};
