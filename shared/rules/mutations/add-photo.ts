import { idOfContent } from '../../model/photo.ts';
import { refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** Names a photo by its content; the file travels apart, and the same content again is the same photo. */
export const addPhoto: VisitRule<'add-photo'> = (visit, { contentHash, type, sizeBytes }, doing) => {
  const id = idOfContent('photo', contentHash);
  const { id: appointmentId } = visit.appointment;
  return (
    refuseOthers(visit, doing) ?? {
      ok: true,
      photo: { id, appointmentId, at: doing.at, by: doing.name, contentHash, type, sizeBytes },
      event: 'appointment.photo-added',
      facts: { photoId: id },
    }
  );
};
