import { setCrewSize, splitAppointment as split } from '../../../shared/protocol/endpoints/appointment-work.ts';
import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import { mostParts, splitAppointment, type SplitRefusal } from '../../../shared/rules/split-appointment.ts';
import { actorOf } from '../../api/actor-of.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { followWorkOrder } from '../../api/follow-work-order.ts';
import { badField, Refusal } from '../../platform/errors.ts';
import { appointmentEntity } from '../../store/entities/appointment.ts';
import { assetAppointmentEntity } from '../../store/entities/asset-appointment.ts';
import { staffRoute, type Route } from '../route.ts';

/** What is to be done at an appointment, whoever does it and whenever. */
export const appointmentWorkRoutes: readonly Route[] = [
  staffRoute(split, (asked) =>
    asked.decide(async () => {
      const before = await appointmentOf(asked, asked.params.appointmentId);
      const newId = () => asked.deps.newId('appointment');
      const parts = splitAppointment(before, asked.body.longestSeconds, newId);
      if (!parts.ok) throw refusalOf(parts.reason, before);
      const work = asked.begin();
      const first = work.update(appointmentEntity, before, parts.first);
      const others = parts.others.map((draft) => work.create(appointmentEntity, draft));
      for (const { id, assetId } of others) {
        if (assetId !== undefined) work.add(assetAppointmentEntity, { assetId, appointmentId: id });
        work.record(id, 'appointment.created', actorOf(asked.caller), { after: before.id });
      }
      work.record(first.id, 'appointment.resized', actorOf(asked.caller), { parts: others.length + 1 });
      await followWorkOrder(asked, work, first, others);
      return { work, answer: { appointments: [first, ...others] } };
    }),
  ),

  staffRoute(setCrewSize, (asked) =>
    asked.decide(async () => {
      const before = await appointmentOf(asked, asked.params.appointmentId);
      if (isFinished(before.status)) {
        throw new Refusal('wrong-state', { detail: `It is already ${before.status}.`, present: before });
      }
      const { crewSize } = asked.body;
      const work = asked.begin();
      const answer = work.update(appointmentEntity, before, { ...before, crewSize });
      work.record(answer.id, 'appointment.crew-sized', actorOf(asked.caller), { crewSize });
      return { work, answer };
    }),
  ),
];

const refusalOf = (reason: SplitRefusal, present: unknown): Refusal => {
  switch (reason) {
    case 'wrong-state':
      return new Refusal('wrong-state', { reason, detail: 'Only what is not scheduled can be divided.', present });
    case 'short-enough':
      return badField('body.longestSeconds', 'the work is no longer than that');
    case 'too-many-parts':
      return badField('body.longestSeconds', `the work would be in more than ${mostParts} parts`);
  }
};
