import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { aCompany, seedAppointment, seedCompany, type Company } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';
import { aPhone } from './a-phone.ts';

/** A company whose Rosa has a day of appointments, with her phone. */
export const openSyncWorld = async () => {
  const world = await openHttpWorld();
  const company = aCompany();
  await seedCompany(world, company);
  const token = (technician: Company['rosa']) =>
    world.token({
      tenantId: company.tenant.id,
      roles: ['technician'],
      technicianId: technician.id,
    });
  const dora = await world.token({ tenantId: company.tenant.id, roles: ['dispatcher'] });
  const rosa = await token(company.rosa);
  const tomas = await token(company.tomas);
  return {
    world,
    company,
    tenantId: company.tenant.id,
    dora,
    rosa,
    tomas,
    phoneOf: (who: string) => aPhone(world, who),
  };
};
export type SyncWorld = Awaited<ReturnType<typeof openSyncWorld>>;

/** An appointment of Rosa's, an hour each, with its time taken on her guard. */
export const seedVisit = async (
  { world, company, tenantId }: Pick<SyncWorld, 'world' | 'company' | 'tenantId'>,
  plannedStartAt: string,
  changes: Partial<Appointment> = {},
  technician = company.rosa,
): Promise<Appointment> => {
  const {
    id: _id,
    workOrderId: _order,
    serviceRequestId: _request,
    ...assigned
  } = anAssignedAppointment(technician.id, plannedStartAt, { status: 'dispatched', ...changes });
  const appointment = await seedAppointment(world, company, {
    ...(assigned.day !== undefined && { day: assigned.day }),
    status: assigned.status,
    assignments: assigned.assignments,
    tasks: assigned.tasks,
  });
  await takeTime(world, tenantId, appointment);
  return appointment;
};

const takeTime = async (world: HttpWorld, tenantId: string, { id, day = '', assignments: [first] }: Appointment) => {
  if (!first) return;
  const ref = { technicianId: first.technicianId, day };
  const before = await world.table.get(technicianDayEntity, tenantId, ref);
  const intervals = [
    ...(before?.intervals ?? []),
    { kind: 'appointment' as const, id, from: first.plannedStartAt, to: first.plannedEndAt },
  ];
  await world.keep(technicianDayEntity, tenantId, { ...ref, version: (before?.version ?? 0) + 1, intervals });
};
