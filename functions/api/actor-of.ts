import type { Actor } from '../../shared/model/history-entry.ts';
import type { StaffCaller } from './route.ts';

/** Who did it, for the history. */
export const actorOf = ({ accountId, name, onlyTechnicianId }: StaffCaller): Actor =>
  onlyTechnicianId === undefined
    ? { kind: 'staff', id: accountId, name }
    : { kind: 'technician', id: onlyTechnicianId, name };
