import { idOfContent } from '../../model/photo.ts';
import { refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** Who signed for the work; the picture of it travels apart. */
export const sign: VisitRule<'sign'> = (visit, { signedBy, contentHash, type, sizeBytes }, doing) => {
  const id = idOfContent('signature', contentHash);
  const { id: appointmentId } = visit.appointment;
  return (
    refuseOthers(visit, doing) ?? {
      ok: true,
      signature: { id, appointmentId, at: doing.at, by: doing.name, signedBy, contentHash, type, sizeBytes },
      event: 'appointment.signed',
      facts: { signedBy },
    }
  );
};
