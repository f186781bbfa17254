import type { Appointment } from '../../../shared/model/appointment.ts';
import {
  joinAppointment,
  setCrewSize,
  splitAppointment as split,
} from '../../../shared/protocol/endpoints/appointment-work.ts';
import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import {
  joinAppointments,
  mostParts,
  splitAppointment,
  type JoinRefusal,
  type SplitRefusal,
} from '../../../shared/rules/split-appointment.ts';
import { actorOf } from '../../api/actor-of.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { followWorkOrder } from '../../api/follow-work-order.ts';
import { badField, Refusal } from '../../platform/errors.ts';
import { appointmentEntity } from '../../store/entities/appointment.ts';
import { assetAppointmentEntity } from '../../store/entities/asset-appointment.ts';
import { workOrderEntity } from '../../store/entities/work-order.ts';
import { appointmentsOfWorkOrder } from '../../store/questions/work-order-file.ts';
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

  staffRoute(joinAppointment, (asked) =>
    asked.decide(async () => {
      const part = await appointmentOf(asked, asked.params.appointmentId);
      const { table } = asked.deps;
      const workOrder = await table.get(workOrderEntity, asked.tenantId, { id: part.workOrderId });
      const parts = workOrder ? await appointmentsOfWorkOrder(table, asked.tenantId, workOrder) : [];
      const joined = joinAppointments(part, parts, 'Joined with the work that it went on with');
      if (!joined.ok) throw refusalOfJoin(joined.reason, part);
      const work = asked.begin();
      const keep = (after: Appointment): Appointment => {
        const before = parts.find(({ id }) => id === after.id);
        if (!before) throw new Error(`The part ${after.id} is missing`);
        return work.update(appointmentEntity, before, after);
      };
      const whole = keep(joined.whole);
      const gone = joined.gone.map(keep);
      for (const { id } of gone)
        work.record(id, 'appointment.cancelled', actorOf(asked.caller), { joinedTo: whole.id });
      work.record(whole.id, 'appointment.resized', actorOf(asked.caller), { parts: 1 });
      await followWorkOrder(asked, work, whole, gone);
      return { work, answer: { appointments: [whole, ...gone] } };
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

const refusalOfJoin = (reason: JoinRefusal, present: unknown): Refusal => {
  const detail =
    reason === 'not-divided' ? 'It is no part of divided work.' : 'Only parts without a time can be joined again.';
  return new Refusal('wrong-state', { reason, detail, present });
};

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
