import type { Appointment } from '../../shared/model/appointment.ts';
import { notFound, Refusal } from '../platform/errors.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import type { StaffAsked } from './route.ts';

/** The appointment, if there is one, if it is open to the caller, and if it stands in the version he names. */
export const appointmentOf = async (asked: StaffAsked, id: string): Promise<Appointment> => {
  const appointment = await asked.deps.table.get(appointmentEntity, asked.tenantId, { id });
  if (!appointment) throw notFound('appointment');
  requireOwn(asked, appointment);
  requireVersion(asked, appointment);
  return appointment;
};

/** Refuses a technician what is not assigned to him. */
export const requireOwn = ({ caller }: StaffAsked, ...appointments: readonly Appointment[]): void => {
  const { onlyTechnicianId } = caller;
  if (onlyTechnicianId === undefined) return;
  const assigned = appointments.some(({ assignments }) =>
    assignments.some(({ technicianId }) => technicianId === onlyTechnicianId),
  );
  if (!assigned) throw new Refusal('not-allowed', { detail: 'It is not assigned to you.' });
};

/** Refuses a change of what the caller has not seen as it stands now. */
export const requireVersion = ({ ifMatch }: StaffAsked, present: { readonly version: number }): void => {
  if (ifMatch !== undefined && ifMatch !== present.version) throw new Refusal('changed-meanwhile', { present });
};
