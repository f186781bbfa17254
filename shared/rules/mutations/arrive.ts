import { takeStep } from './take-step.ts';
import type { VisitRule } from './visit-rule.ts';

export const arrive: VisitRule<'arrive'> = (visit, _args, doing) => takeStep(visit, { to: 'on-site' }, doing);
