import { isFinished } from '../appointment-lifecycle.ts';
import { refused, refuseOthers } from './refused.ts';
import type { VisitRule } from './visit-rule.ts';

/** Takes what is reserved for the appointment at a place of stock onto the van, once. */
export const fetchPart: VisitRule<'fetch-part'> = (visit, { partId, stockLocationId }, doing) => {
  const { appointment } = visit;
  const notHis = refuseOthers(visit, doing);
  if (notHis) return notHis;
  if (isFinished(appointment.status)) return refused('wrong-state', `It is already ${appointment.status}.`);
  const { pickups = [] } = appointment;
  const open = pickups.find(
    (one) => one.partId === partId && one.stockLocationId === stockLocationId && one.takenAt === undefined,
  );
  if (!open) return refused('nothing-to-fetch', 'Nothing of it is kept there for this appointment any more.');
  if (doing.vanStockLocationId === undefined) {
    return refused('no-van', 'No van is known that the part could be put on.');
  }
  const { quantity } = open;
  return {
    ok: true,
    appointment: {
      ...appointment,
      pickups: pickups.map((one) => (one === open ? { ...one, takenAt: doing.at } : one)),
    },
    stock: { stockLocationId: doing.vanStockLocationId, partId, change: quantity },
    event: 'appointment.part-fetched',
    facts: { partId, quantity, stockLocationId },
  };
};
