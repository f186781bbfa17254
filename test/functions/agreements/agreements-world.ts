import { createPromisesHandler } from '../../../functions/promises/handler.ts';
import { createTimersHandler } from '../../../functions/timers/handler.ts';
import { createSeal } from '../../../functions/platform/seal.ts';
import { idMaker } from '../../../functions/platform/ids.ts';
import { houseTenantId, tenantEntryEntity } from '../../../functions/store/entities/tenant-entry.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { Role } from '../../../shared/protocol/endpoint.ts';
import { workOrderEntity } from '../../../functions/store/entities/work-order.ts';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld } from '../../fakes/http-world.ts';
import { silentLog } from '../../fakes/silent-log.ts';

/** Harbor with the entries that keep its agreements; time stands where the world's `now` says. */
export const openAgreementsWorld = async () => {
  const world = await openHttpWorld();
  const harbor = aCompany();
  const tenantId = harbor.tenant.id;
  await seedCompany(world, harbor);
  await world.keep(tenantEntryEntity, houseTenantId, { tenantId });
  await world.changes();
  const clock = () => world.now;
  const deps = { table: world.table, clock, newId: idMaker(clock), random: Math.random, log: silentLog() };
  const promises = createPromisesHandler({ ...deps, seal: createSeal('test') });
  const timers = createTimersHandler({ ...deps, queuePlan: async () => {} });
  return {
    ...world,
    harbor,
    tenantId,
    /** Work on the customer's boiler, which the maker's warranty covers but for the way. */
    seedWork: async (planned: Partial<Appointment> = {}): Promise<string> => {
      const { workOrderId: id } = await seedAppointment(world, harbor, planned);
      const workOrder = await world.table.get(workOrderEntity, tenantId, { id });
      if (!workOrder) throw new Error('No work order was seeded');
      const { customer, site, asset } = harbor;
      const named = { customerId: customer.id, siteId: site.id, assetId: asset.id };
      const coverage = { ...workOrder.coverage, decidedAt: world.now.toISOString() };
      await world.keep(workOrderEntity, tenantId, { ...workOrder, ...named, coverage });
      return id;
    },
    /** A call by somebody of this role, whose answer's body is given. */
    as:
      (role: Role) =>
      async (method: string, path: string, body?: object, status = 200) => {
        const token = await world.token({ tenantId, roles: [role] });
        const answer = await world.call({ method, path, token, ...(body && { body }) });
        if (answer.status !== status) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
        return answer.body;
      },
    at(instant: string) {
      world.now = new Date(instant);
    },
    /** Gives the entry everything that has changed since. */
    follow: async (changes?: Awaited<ReturnType<typeof world.changes>>) => promises(changes ?? (await world.changes())),
    round: () => timers(),
  };
};
export type AgreementsWorld = Awaited<ReturnType<typeof openAgreementsWorld>>;
