import type { Doing } from '../../shared/rules/mutations/visit-rule.ts';
import type { StaffAsked } from './route.ts';

/** Who does it now, at once: a technician with signal, or the office on his behalf. */
export const doingOf = ({ caller, now }: StaffAsked, at = now): Doing => ({
  technicianId: caller.onlyTechnicianId,
  accountId: caller.accountId,
  name: caller.name,
  at,
  now,
});
