import type { Appointment } from '../../../shared/model/appointment.ts';
import { answerTask, setAppointmentStatus } from '../../../shared/protocol/endpoints/appointment-work.ts';
import { answerTask as decideAnswer } from '../../../shared/rules/mutations/answer-task.ts';
import { takeStep } from '../../../shared/rules/mutations/take-step.ts';
import type { VisitDecision } from '../../../shared/rules/mutations/visit-rule.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { doingOf } from '../../api/doing-of.ts';
import { refusalOfVisit } from '../../api/refusal-of-visit.ts';
import { writeVisitChange } from '../../api/write-visit-change.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

/** What technicians with signal, and the office on their behalf, do at once by the same rules. */
export const appointmentStepRoutes: readonly Route[] = [
  staffRoute(setAppointmentStatus, (asked) =>
    asked.decide(async () => {
      const { to, at = asked.now, outcome } = asked.body;
      const before = await appointmentOf(asked, asked.params.appointmentId);
      return written(asked, before, takeStep({ appointment: before }, { to, outcome }, doingOf(asked, at)));
    }),
  ),

  staffRoute(answerTask, (asked) =>
    asked.decide(async () => {
      const { appointmentId, taskKey: key } = asked.params;
      const before = await appointmentOf(asked, appointmentId);
      return written(
        asked,
        before,
        decideAnswer({ appointment: before }, { appointmentId, key, ...asked.body }, doingOf(asked)),
      );
    }),
  ),
];

/** What the rule decided, to be committed, or its refusal. */
const written = async (asked: StaffAsked, before: Appointment, decision: VisitDecision) => {
  if (!decision.ok) throw refusalOfVisit(decision, before);
  const work = asked.begin();
  return { work, answer: await writeVisitChange(asked, work, before, decision) };
};
