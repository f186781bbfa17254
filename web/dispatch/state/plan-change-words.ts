import type { PlanChange } from '../../../shared/model/plan.ts';
import { t } from '../messages.ts';
import type { ConsoleState } from './console-state.svelte.ts';
import { knownAppointment } from './known-appointment.ts';

/** What would let an appointment in that found no place, as a sentence, and what it would cost in driving. */
export const planChangeWords = (desk: ConsoleState, change: PlanChange): string =>
  [
    t(`plan.change.${change.kind}`, wordsOf(desk, change)),
    ...(change.alongside && change.alongside.length > 0
      ? [t('plan.change.alongside', { names: change.alongside.map((id) => desk.nameOf(id)).join(' + ') })]
      : []),
    ...(change.addedTravelSeconds > 0
      ? [t('plan.change.effect', { travel: desk.format.duration(change.addedTravelSeconds) })]
      : []),
  ].join('; ');

const wordsOf = (desk: ConsoleState, change: PlanChange) => {
  const { format } = desk;
  const { otherAppointmentId: other, otherTechnicianId, otherStartAt, skillId } = change;
  return {
    time: format.weekdayAndTime(change.plannedStartAt),
    name: desk.nameOf(change.technicianId),
    skill: skillId === undefined ? '' : (desk.catalogue.skillNames.get(skillId) ?? skillId),
    level: change.level ?? 1,
    shift: format.duration(change.shiftSeconds ?? 0),
    overtime: format.duration(change.overtimeSeconds ?? 0),
    other: other === undefined ? '' : (knownAppointment(desk, other)?.subject ?? other),
    otherName: otherTechnicianId === undefined ? '' : desk.nameOf(otherTechnicianId),
    otherTime: otherStartAt === undefined ? '' : format.weekdayAndTime(otherStartAt),
  };
};
