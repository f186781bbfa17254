import type { FieldNotice } from '../../model/field-notice.ts';
import type { Doing, NoticeDraft, VisitFacts } from './visit-rule.ts';

type Said = Pick<FieldNotice, 'text'> & Partial<Pick<FieldNotice, 'id' | 'partId' | 'quantity'>>;

/** What the office must look at; where the phone gave it no id the server does. */
export const noticeOf = (
  kind: FieldNotice['kind'],
  { appointment }: Pick<VisitFacts, 'appointment'>,
  { technicianId, name, at }: Doing,
  said: Said,
): NoticeDraft => ({
  kind,
  territoryId: appointment.territoryId,
  technicianId: technicianId ?? appointment.assignments[0]?.technicianId ?? '',
  technicianName: name,
  appointmentId: appointment.id,
  workOrderNumber: appointment.workOrderNumber,
  at,
  ...said,
});
