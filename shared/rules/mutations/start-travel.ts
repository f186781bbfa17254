import { takeStep } from './take-step.ts';
import type { VisitRule } from './visit-rule.ts';

export const startTravel: VisitRule<'start-travel'> = (visit, _args, doing) =>
  takeStep(visit, { to: 'travelling' }, doing);
