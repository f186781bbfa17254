import { addSeconds } from '../geo/instant-arithmetic.ts';
import type { PlanChange } from '../model/plan.ts';
import type { Change, ProposedChange } from './explain/change.ts';
import type { Problem } from './problem.ts';

/** A change that would let a stop in, in the words of a plan. */
export const planChangeOf = ({ startAt }: Pick<Problem, 'startAt'>, proposed: ProposedChange): PlanChange => {
  const { change, technicianId, alongside, start, effect, pushed } = proposed;
  return {
    kind: change.kind,
    technicianId,
    ...(alongside && { alongside: [...alongside] }),
    plannedStartAt: addSeconds(startAt, start),
    addedTravelSeconds: effect.addedTravelSeconds,
    lateSeconds: effect.lateSeconds,
    movedAppointments: effect.movedStops,
    ...(pushed.length > 0 && {
      pushed: pushed.map((one) => ({ appointmentId: one.stopId, plannedStartAt: addSeconds(startAt, one.start) })),
    }),
    ...ownFacts(startAt, change),
  };
};

const ownFacts = (startAt: Problem['startAt'], change: Change): Partial<PlanChange> => {
  switch (change.kind) {
    case 'skill':
      return { skillId: change.skillId, level: change.level };
    case 'window':
      return { shiftSeconds: change.shiftSeconds };
    case 'overtime':
      return { overtimeSeconds: change.seconds };
    case 'parts':
      return { partIds: change.parts.map(({ partId }) => partId) };
    case 'move':
      return {
        otherAppointmentId: change.stopId,
        otherTechnicianId: change.toTechnicianId,
        otherStartAt: addSeconds(startAt, change.start),
      };
    case 'permission':
      return {};
  }
};
