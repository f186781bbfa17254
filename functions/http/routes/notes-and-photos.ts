import { addNote, addPhoto, getPhoto } from '../../../shared/protocol/endpoints/appointments.ts';
import { notFound } from '../../platform/errors.ts';
import { derivedId } from '../../platform/ids.ts';
import { noteEntity } from '../../store/entities/note.ts';
import { photoEntity } from '../../store/entities/photo.ts';
import { actorOf } from '../../api/actor-of.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { staffRoute, type Route } from '../route.ts';

export const noteAndPhotoRoutes: readonly Route[] = [
  staffRoute(addNote, async (asked) => {
    const { caller, now, deps, body } = asked;
    const { id: appointmentId } = await appointmentOf(asked, asked.params.appointmentId);
    const work = asked.begin();
    const note = { id: deps.newId('note'), appointmentId, at: now, by: caller.name, text: body.text };
    work.record(appointmentId, 'appointment.note-added', actorOf(caller), { noteId: note.id });
    return asked.settle(work, work.add(noteEntity, note));
  }),

  // The same content is the same photo, so a repeat needs no kept answer; its address would have ended by then.
  staffRoute(
    addPhoto,
    (asked) =>
      asked.decide(async () => {
        const { caller, now, deps, tenantId, body } = asked;
        const { id: appointmentId } = await appointmentOf(asked, asked.params.appointmentId);
        const id = derivedId('photo', `${appointmentId}#${body.contentHash}`);
        const known = await deps.table.get(photoEntity, tenantId, { appointmentId, id });
        const photo = known ?? { id, appointmentId, at: now, by: caller.name, ...body };
        const work = asked.begin();
        if (!known) {
          work.add(photoEntity, photo);
          work.record(appointmentId, 'appointment.photo-added', actorOf(caller), { photoId: id });
        }
        return { work, answer: { photo, upload: await deps.photoStore.uploadOf(tenantId, photo) } };
      }),
    { keepsAnswer: false },
  ),

  staffRoute(getPhoto, async (asked) => {
    const { deps, tenantId, params } = asked;
    const { id: appointmentId } = await appointmentOf(asked, params.appointmentId);
    const photo = await deps.table.get(photoEntity, tenantId, { appointmentId, id: params.photoId });
    if (!photo) throw notFound('photo');
    return { url: await deps.photoStore.addressOf(tenantId, photo) };
  }),
];
