import { refused, refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** Begins to count the work of one who is on site. */
export const startWork: VisitRule<'start-work'> = (visit, { entryId }, doing) => {
  const { appointment } = visit;
  const { technicianId, at, isClockDoubted } = doing;
  const notHis = refuseOthers(visit, doing);
  if (notHis) return notHis;
  if (technicianId === undefined) return refused('not-allowed', 'Only a technician starts work.');
  if (appointment.status !== 'on-site') return refused('wrong-state', 'Work starts once the technician is on site.');
  const running = appointment.workRunning ?? [];
  if (running.some((one) => one.technicianId === technicianId)) {
    return refused('already-running', 'The work is already running.');
  }
  const begun = { entryId, technicianId, from: at, ...(isClockDoubted && { isDoubted: true }) };
  return {
    ok: true,
    appointment: { ...appointment, workRunning: [...running, begun] },
    event: 'appointment.work-started',
    facts: { at },
  };
};
