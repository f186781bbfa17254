import type { Appointment, WorkOrderTask } from '../model/appointment.ts';
import type { Instant } from '../model/time.ts';
import { isFinished } from './appointment-lifecycle.ts';

type TaskValue = NonNullable<WorkOrderTask['value']>;

export type TaskAnswerResult =
  | { readonly ok: true; readonly appointment: Appointment }
  | { readonly ok: false; readonly reason: 'wrong-state' | 'unknown-task' | 'wrong-answer' };

/** Answers a checklist step, or takes the answer back with null; the answer must be of the kind the step asks for. */
export const answerTask = (
  appointment: Appointment,
  answered: { readonly key: string; readonly value: TaskValue | null; readonly at: Instant; readonly by: string },
): TaskAnswerResult => {
  if (isFinished(appointment.status)) return { ok: false, reason: 'wrong-state' };
  const task = appointment.tasks.find(({ key }) => key === answered.key);
  if (!task) return { ok: false, reason: 'unknown-task' };
  if (answered.value !== null && !fits(task, answered.value)) return { ok: false, reason: 'wrong-answer' };
  const answeredInVersion = appointment.version + 1;
  const tasks = appointment.tasks.map((one) =>
    one === task
      ? { ...withAnswer(one, answered.value, answered.at), answeredBy: answered.by, answeredInVersion }
      : one,
  );
  return { ok: true, appointment: { ...appointment, tasks } };
};

const kindOfAnswer = { check: 'boolean', number: 'number', text: 'string' } as const;

const fits = (task: WorkOrderTask, value: TaskValue): boolean => typeof value === kindOfAnswer[task.answer];

const withAnswer = (task: WorkOrderTask, value: TaskValue | null, answeredAt: Instant): WorkOrderTask => {
  const { value: _value, answeredAt: _answeredAt, ...open } = task;
  return value === null ? open : { ...open, value, answeredAt };
};
