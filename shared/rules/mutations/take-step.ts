import { isBefore } from '../../geo/instant-arithmetic.ts';
import { applyStatus, isFinished, stepBefore, type Step, type StepRefusal } from '../appointment-lifecycle.ts';
import { stoppedWork } from './stopped-work.ts';
import type { Doing, VisitDecision, VisitFacts } from './visit-rule.ts';

/** Takes an appointment one step on; the end of it also stops whatever work was running. */
export const takeStep = (
  { appointment }: Pick<VisitFacts, 'appointment'>,
  { to, outcome }: Pick<Step, 'to' | 'outcome'>,
  doing: Doing,
): VisitDecision => {
  const before = doing.isQueued ? stepBefore(appointment) : undefined;
  // What was done later in order cannot have been done earlier.
  const isTooEarly = before !== undefined && isBefore(doing.at, before);
  const at = isTooEarly ? before : doing.at;
  const isDoubted = isTooEarly || doing.isClockDoubted === true;
  const step = applyStatus(appointment, { to, at, outcome, isQueued: doing.isQueued }, doing, doing.now);
  if (!step.ok) {
    const taskKeys = step.reason === 'task-required' ? step.taskKeys : undefined;
    return { ok: false, reason: step.reason, detail: wordsOf(step), ...(taskKeys && { taskKeys }) };
  }
  const timed = { ...step.appointment, ...(isDoubted && to !== 'accepted' && { areTimesDoubted: true }) };
  const stopped = isFinished(to) ? stoppedWork(timed, { at, isDoubted, by: doing.name }) : { appointment: timed };
  const { outcome: reached } = stopped.appointment;
  return {
    ok: true,
    ...stopped,
    event: `appointment.${to}`,
    facts: { at, ...(reached && to !== 'dispatched' && { outcome: reached.code }) },
  };
};

const wordsOf = (refused: StepRefusal): string => {
  switch (refused.reason) {
    case 'wrong-state': {
      const next = refused.allowed.join(' or ');
      return next ? `From here it can only become ${next}.` : 'Nothing can follow this state.';
    }
    case 'no-assignment':
      return 'Nobody is assigned to it.';
    case 'not-assigned-to-you':
      return 'It is not assigned to you.';
    case 'task-required':
      return `Required checklist steps have no answer: ${refused.taskKeys.join(', ')}.`;
    case 'crew-incomplete':
      return `${refused.there} of ${refused.needed} technicians are assigned; the others must be found first.`;
    case 'outcome-required':
      return 'An outcome tells why it could not be completed.';
    case 'in-the-future':
      return 'This lies in the future.';
    case 'too-long-ago':
      return 'This is more than a day ago.';
    case 'before-step-before':
      return 'This lies before the step before it.';
  }
};
