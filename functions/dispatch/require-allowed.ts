import type { Appointment } from '../../shared/model/appointment.ts';
import { territoryEntity } from '../store/entities/territory.ts';
import { techniciansNamed } from '../store/questions/technicians-named.ts';
import { Refusal } from '../platform/errors.ts';
import type { StaffAsked } from './route.ts';

/**
 * Refuses, with the contract's clause, to give an appointment to whom its customer's contract forbids; who has it already keeps it.
 * The contract's days are those of the territory's zone, as wherever coverage is decided.
 */
export const requireAllowed = async (
  { deps, tenantId }: StaffAsked,
  appointment: Appointment,
  technicianIds: readonly string[],
  at: string,
): Promise<void> => {
  const fresh = technicianIds.filter((id) => !appointment.assignments.some(({ technicianId }) => technicianId === id));
  if (fresh.length === 0 || appointment.customerId === undefined) return;
  const territory = await deps.table.get(territoryEntity, tenantId, { id: appointment.territoryId });
  if (!territory) throw new Error(`The territory of ${appointment.id} is missing`);
  const named = await techniciansNamed(deps.table, tenantId, [appointment], { zone: territory.timeZone, at });
  const forbiddenBy = named.get(appointment.id)?.forbiddenBy;
  const clause = fresh.map((id) => forbiddenBy?.get(id)).find((one) => one !== undefined);
  if (clause === undefined) return;
  const detail = `The customer’s contract “${clause}” forbids him.`;
  throw new Refusal('excluded', { reason: 'technician-not-allowed', detail, values: { clause }, present: appointment });
};
