import { answerTask as answered } from '../task-answer.ts';
import type { WorkOrderTask } from '../../model/appointment.ts';
import type { ArgsOf } from '../../model/mutation.ts';
import { noticeOf } from './notice-of.ts';
import { refused, refuseOthers } from './refused.ts';
import type { Doing, VisitDecision, VisitFacts, AppointmentRule } from './visit-rule.ts';

/** Answers a checklist step; where another answered it otherwise meanwhile his answer stays and both are shown. */
export const answerTask: AppointmentRule<'answer-task'> = (visit, args, doing) => {
  const notHis = refuseOthers(visit, doing);
  if (notHis) return notHis;
  const { appointment } = visit;
  const { key, value } = args;
  const by = doing.technicianId ?? doing.accountId;
  const result = answered(appointment, { key, value, at: doing.at, by });
  if (!result.ok) return refused(result.reason, wordsOf(result.reason, visit));
  const present = appointment.tasks.find((task) => task.key === key);
  if (present && wasAnsweredByAnother(present, args, by, doing)) return keptTheirs(visit, present, args, doing);
  return {
    ok: true,
    appointment: result.appointment,
    event: 'appointment.task-answered',
    facts: { key, ...(value !== null && { value }) },
  };
};

const wasAnsweredByAnother = (
  { answeredBy, answeredInVersion = 0, value: theirs }: WorkOrderTask,
  { value: yours }: ArgsOf<'answer-task'>,
  by: string,
  { baseVersion }: Doing,
): boolean =>
  baseVersion !== undefined && answeredInVersion > baseVersion && answeredBy !== by && (theirs ?? null) !== yours;

const keptTheirs = (
  visit: Pick<VisitFacts, 'appointment'>,
  { key, label, value }: WorkOrderTask,
  { value: yours }: ArgsOf<'answer-task'>,
  doing: Doing,
): VisitDecision => ({
  ok: true,
  conflicts: [{ field: `tasks.${key}`, yours, theirs: value ?? null }],
  notice: noticeOf('conflict', visit, doing, { text: `“${label}” was answered by two people.` }),
  event: 'appointment.task-answered',
  facts: { key, conflict: true, ...(yours !== null && { value: yours }) },
});

const wordsOf = (
  reason: 'wrong-state' | 'unknown-task' | 'wrong-answer',
  { appointment }: Pick<VisitFacts, 'appointment'>,
): string => {
  switch (reason) {
    case 'wrong-state':
      return `It is already ${appointment.status}.`;
    case 'unknown-task':
      return 'There is no such checklist step.';
    case 'wrong-answer':
      return 'This step asks for another kind of answer.';
  }
};
