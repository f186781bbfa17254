import { splitAppointment as endpoint } from '../../../shared/protocol/endpoints/appointments.ts';
import { mostParts, splitAppointment, type SplitRefusal } from '../../../shared/rules/split-appointment.ts';
import { actorOf } from '../../api/actor-of.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { followWorkOrder } from '../../api/follow-work-order.ts';
import { badField, Refusal } from '../../platform/errors.ts';
import { appointmentEntity } from '../../store/entities/appointment.ts';
import { assetAppointmentEntity } from '../../store/entities/asset-appointment.ts';
import { staffRoute, type Route } from '../route.ts';

export const splitAppointmentRoutes: readonly Route[] = [
  staffRoute(endpoint, (asked) =>
    asked.decide(async () => {
      const before = await appointmentOf(asked, asked.params.appointmentId);
      const newId = () => asked.deps.newId('appointment');
      const split = splitAppointment(before, asked.body.longestSeconds, newId);
      if (!split.ok) throw refusalOf(split.reason, before);
      const work = asked.begin();
      const first = work.update(appointmentEntity, before, split.first);
      const others = split.others.map((draft) => work.create(appointmentEntity, draft));
      for (const { id, assetId } of others) {
        if (assetId !== undefined) work.add(assetAppointmentEntity, { assetId, appointmentId: id });
        work.record(id, 'appointment.created', actorOf(asked.caller), { after: before.id });
      }
      work.record(first.id, 'appointment.resized', actorOf(asked.caller), { parts: others.length + 1 });
      await followWorkOrder(asked, work, first, others);
      return { work, answer: { appointments: [first, ...others] } };
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
