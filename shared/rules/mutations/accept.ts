import { takeStep } from './take-step.ts';
import type { VisitRule } from './visit-rule.ts';

export const accept: VisitRule<'accept'> = (visit, _args, doing) => takeStep(visit, { to: 'accepted' }, doing);
