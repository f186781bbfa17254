import type { Appointment } from '../../shared/model/appointment.ts';
import type { Table } from '../store/table-client.ts';
import { technicianDay } from '../store/questions/technician-days.ts';
import { appointmentsById } from '../store/questions/things-by-id.ts';

/** The appointment he travels to or works on. */
export const presentAppointment = async (
  table: Table,
  tenantId: string,
  technicianId: string,
  day: string,
): Promise<Appointment | undefined> => {
  const appointments = await appointmentsOfDay(table, tenantId, technicianId, day);
  return (
    appointments.find(({ status }) => status === 'travelling') ??
    appointments.find(({ status }) => status === 'on-site')
  );
};

export const appointmentsOfDay = async (
  table: Table,
  tenantId: string,
  technicianId: string,
  day: string,
): Promise<Appointment[]> => {
  const { intervals } = await technicianDay(table, tenantId, technicianId, day);
  const ids = intervals.filter(({ kind }) => kind === 'appointment').map(({ id }) => id);
  return ids.length === 0 ? [] : appointmentsById(table, tenantId, ids);
};
