import { takeStep } from './take-step.ts';
import type { VisitRule } from './visit-rule.ts';

/** Refused as long as a required checklist step has no answer. */
export const complete: VisitRule<'complete'> = (visit, { outcome }, doing) =>
  takeStep(visit, { to: 'completed', outcome }, doing);
