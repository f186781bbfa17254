import type { Appointment } from '../../model/appointment.ts';
import type { PartUsage } from '../../model/stock.ts';
import { applyMovement } from '../stock-ledger.ts';
import { refused, refuseOthers } from './refused.ts';
import type { Doing, VisitDecision, VisitFacts } from './visit-rule.ts';

export type PartMove = Pick<PartUsage, 'id' | 'partId' | 'quantity' | 'kind' | 'removedSerial' | 'fittedSerial'>;

/** Parts are used on site; what was forgotten may be written down afterwards. */
const usableIn: readonly Appointment['status'][] = ['on-site', 'completed', 'cannot-complete'];

/** Takes a part from the van, or puts it back there, as one line of the appointment and one change of the level. */
export const movePart = (visit: VisitFacts, move: PartMove, doing: Doing): VisitDecision => {
  const { appointment, stock, parts } = visit;
  const { partId, quantity, kind = 'used' } = move;
  const notHis = refuseOthers(visit, doing);
  if (notHis) return notHis;
  if (!usableIn.includes(appointment.status)) {
    return refused('wrong-state', 'Parts are recorded once the technician is on site.');
  }
  if (!parts.some(({ id }) => id === partId)) return refused('unknown-part', 'There is no such part.');
  const { vanStockLocationId: stockLocationId } = doing;
  if (stockLocationId === undefined) return refused('no-van', 'No van is known that the part could come from.');
  const change = kind === 'returned' ? quantity : -quantity;
  const lying = stock.find((level) => level.partId === partId)?.quantity ?? 0;
  const moved = applyMovement(lying, change);
  if (!moved.ok) {
    return { ...refused('stock-too-low', `The van has ${moved.available} of it.`), available: moved.available };
  }
  return {
    ok: true,
    partUsage: { ...move, appointmentId: appointment.id, stockLocationId, at: doing.at, by: doing.name },
    stock: { stockLocationId, partId, change },
    event: `appointment.part-${kind}`,
    facts: { partId, quantity },
  };
};
