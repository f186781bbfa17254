import { addSeconds, isBefore, secondsBetween } from '../../geo/instant-arithmetic.ts';
import { refused, refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** A line of the time sheet cannot be longer, nor end later than a clock may be wrong by. */
const longestSeconds = 86_400;
const toleranceSeconds = 120;

/** Writes a span into the time sheet, read by the clock of the phone and corrected as that is. */
export const enterTime: VisitRule<'enter-time'> = (visit, { entryId: id, kind, from, to }, doing) => {
  const notHis = refuseOthers(visit, doing);
  if (notHis) return notHis;
  const { technicianId, name: by, now, isClockDoubted, clockOffsetMilliseconds = 0 } = doing;
  if (technicianId === undefined) return refused('not-allowed', 'Only a technician has a time sheet.');
  const [begun, ended] = [from, to].map((at) => addSeconds(at, clockOffsetMilliseconds / 1000));
  if (begun === undefined || ended === undefined || !isBefore(begun, ended)) {
    return refused('time-reversed', 'It must end after it begins.');
  }
  if (secondsBetween(begun, ended) > longestSeconds) return refused('too-long', 'It is longer than a day.');
  const isInFuture = isBefore(addSeconds(now, toleranceSeconds), ended);
  const isDoubted = isClockDoubted === true || isInFuture;
  const { id: appointmentId } = visit.appointment;
  const entry = { id, technicianId, appointmentId, kind, from: begun, to: ended, by };
  return {
    ok: true,
    timeEntries: [{ ...entry, ...(isDoubted && { isDoubted }) }],
    event: 'appointment.time-entered',
    facts: { kind, from: begun, to: ended },
  };
};
