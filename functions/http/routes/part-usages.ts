import { usePart } from '../../../shared/protocol/endpoints/appointments.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { badField, Refusal } from '../../platform/errors.ts';
import { derivedId } from '../../platform/ids.ts';
import { partUsageEntity } from '../../store/entities/part-usage.ts';
import { partEntity } from '../../store/entities/part.ts';
import { stockLevelEntity } from '../../store/entities/stock-level.ts';
import { stockMovementEntity } from '../../store/entities/stock-movement.ts';
import { actorOf } from '../../api/actor-of.ts';
import { appointmentOf } from '../../api/appointment-of.ts';
import { technicianOf } from '../../api/technician-of.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

/** Parts are used on site; what was forgotten may be written down afterwards. */
const usableIn: readonly Appointment['status'][] = ['on-site', 'completed', 'cannot-complete'];

export const partUsageRoutes: readonly Route[] = [
  staffRoute(usePart, async (asked) => {
    const { caller, now, deps, tenantId } = asked;
    const { partId, quantity } = asked.body;
    const appointment = await appointmentOf(asked, asked.params.appointmentId);
    if (!usableIn.includes(appointment.status)) {
      const detail = 'Parts are recorded once the technician is on site.';
      throw new Refusal('wrong-state', { detail, present: appointment });
    }
    if (!(await deps.table.get(partEntity, tenantId, { id: partId }))) {
      throw badField('body.partId', 'there is no such part');
    }
    const stockLocationId = await vanOf(asked, appointment);
    const work = asked.begin();
    work.count(
      stockLevelEntity,
      { stockLocationId, partId },
      { field: 'quantity', by: -quantity, refusal: 'stock-too-low' },
    );
    // Derived from the key, so that the same usage is not counted twice even after its first answer is forgotten.
    const id = asked.onceKey ? derivedId('partUsage', asked.onceKey) : deps.newId('partUsage');
    const common = { appointmentId: appointment.id, partId, stockLocationId, at: now, by: caller.name };
    const usage = work.add(partUsageEntity, { id, ...common, quantity });
    work.add(stockMovementEntity, { id: deps.newId('stockMovement'), ...common, kind: 'usage', change: -quantity });
    work.record(appointment.id, 'appointment.part-used', actorOf(caller), { partId, quantity });
    return asked.settle(work, usage);
  }),
];

/** The van of the technician who uses it, or of the one on whose behalf it is recorded. */
const vanOf = async (asked: StaffAsked, appointment: Appointment): Promise<string> => {
  const technicianId = asked.caller.onlyTechnicianId ?? appointment.assignments[0]?.technicianId;
  const technician = technicianId === undefined ? undefined : await technicianOf(asked, technicianId);
  if (technician?.vanStockLocationId === undefined) {
    throw new Refusal('stock-too-low', { reason: 'no-van', detail: 'No van is known that the part could come from.' });
  }
  return technician.vanStockLocationId;
};
