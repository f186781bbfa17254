import { refused, refuseOthers } from './refused.ts';
import { stoppedWork } from './stopped-work.ts';
import type { VisitRule } from './visit-rule.ts';

/** Ends the count of one's work and writes it into the time sheet. */
export const stopWork: VisitRule<'stop-work'> = (visit, _args, doing) => {
  const notHis = refuseOthers(visit, doing);
  if (notHis) return notHis;
  const { technicianId, name: by, at, isClockDoubted } = doing;
  const stopped = stoppedWork(visit.appointment, { at, isDoubted: isClockDoubted === true, by, technicianId });
  if (stopped.timeEntries.length === 0) return refused('not-running', 'No work is running.');
  return { ok: true, ...stopped, event: 'appointment.work-stopped', facts: { at } };
};
