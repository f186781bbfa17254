import { refused, refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** What a meter of the appointment's asset shows; lower than before is kept and marked, for meters are exchanged. */
export const readMeter: VisitRule<'read-meter'> = (visit, { readingId: id, assetId, meter, reading }, doing) => {
  const { appointment, meterReadings } = visit;
  const notHis = refuseOthers(visit, doing);
  if (notHis) return notHis;
  if (appointment.assetId !== assetId) return refused('other-asset', 'The appointment is about another machine.');
  const before = meterReadings.filter((one) => one.meter === meter).map((one) => one.reading);
  const isBelowLast = before.some((one) => one > reading);
  return {
    ok: true,
    meterReading: {
      id,
      assetId,
      appointmentId: appointment.id,
      meter,
      reading,
      at: doing.at,
      by: doing.name,
      ...(isBelowLast && { isBelowLast }),
    },
    event: 'appointment.meter-read',
    facts: { assetId, meter, reading },
  };
};
