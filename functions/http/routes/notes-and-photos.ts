import { addNote, addPhoto, getPhoto } from '../../../shared/protocol/endpoints/appointment-files.ts';
import { createUpload } from '../../../shared/protocol/endpoints/sync.ts';
import { addNote as decideNote } from '../../../shared/rules/mutations/add-note.ts';
import { addPhoto as decidePhoto } from '../../../shared/rules/mutations/add-photo.ts';
import { addressOfFile } from '../../api/address-of-file.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { doingOf } from '../../api/doing-of.ts';
import { refusalOfVisit } from '../../api/refusal-of-visit.ts';
import { visitFacts } from '../../api/visit-facts.ts';
import { writeVisitLines } from '../../api/write-visit-lines.ts';
import { notFound } from '../../platform/errors.ts';
import { photoEntity } from '../../store/entities/photo.ts';
import { signatureEntity } from '../../store/entities/signature.ts';
import { staffRoute, type Route } from '../route.ts';

export const noteAndPhotoRoutes: readonly Route[] = [
  staffRoute(addNote, async (asked) => {
    const appointment = await appointmentOf(asked, asked.params.appointmentId);
    const facts = await visitFacts(asked, appointment, {});
    const args = { appointmentId: appointment.id, noteId: asked.deps.newId('note'), ...asked.body };
    const decision = decideNote(facts, args, doingOf(asked));
    if (!decision.ok) throw refusalOfVisit(decision, appointment);
    if (!decision.note) throw new Error('A note that was added is missing');
    const work = asked.begin();
    await writeVisitLines(asked, work, appointment, decision);
    return asked.settle(work, decision.note);
  }),

  // The same content is the same photo, so a repeat needs no kept answer; its address would have ended by then.
  staffRoute(
    addPhoto,
    (asked) =>
      asked.decide(async () => {
        const { deps, tenantId, body } = asked;
        const appointment = await appointmentOf(asked, asked.params.appointmentId);
        const facts = await visitFacts(asked, appointment, {});
        const decision = decidePhoto(facts, { appointmentId: appointment.id, ...body }, doingOf(asked));
        if (!decision.ok) throw refusalOfVisit(decision, appointment);
        if (!decision.photo) throw new Error('A photo that was added is missing');
        const known = await deps.table.get(photoEntity, tenantId, decision.photo);
        const work = asked.begin();
        if (!known) await writeVisitLines(asked, work, appointment, decision);
        const photo = known ?? decision.photo;
        return { work, answer: { photo, upload: await deps.photoStore.uploadOf(tenantId, photo) } };
      }),
    { keepsAnswer: false },
  ),

  staffRoute(
    createUpload,
    async (asked) => {
      const { deps, tenantId, body } = asked;
      await appointmentOf(asked, asked.params.appointmentId);
      return deps.photoStore.uploadOf(tenantId, body);
    },
    { keepsAnswer: false },
  ),

  staffRoute(getPhoto, async (asked) => {
    const { deps, tenantId, params } = asked;
    const { id: appointmentId } = await appointmentOf(asked, params.appointmentId);
    const ref = { appointmentId, id: params.photoId };
    const [photo, signature] = await Promise.all([
      deps.table.get(photoEntity, tenantId, ref),
      deps.table.get(signatureEntity, tenantId, ref),
    ]);
    const picture = photo ?? signature;
    if (!picture) throw notFound('photo');
    return { url: await addressOfFile(deps.photoStore, tenantId, picture) };
  }),
];
