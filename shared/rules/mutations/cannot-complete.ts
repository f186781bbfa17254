import { takeStep } from './take-step.ts';
import type { VisitRule } from './visit-rule.ts';

/** With a follow-up what is left waits as an appointment of its own. */
export const cannotComplete: VisitRule<'cannot-complete'> = (visit, { outcome, followUp }, doing) => {
  const decision = takeStep(visit, { to: 'cannot-complete', outcome }, doing);
  return decision.ok && followUp !== undefined ? { ...decision, followUp: { text: followUp } } : decision;
};
