import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceContractEntity } from '../../../functions/store/entities/service-contract.ts';
import { aContract } from '../../builders/a-contract.ts';
import { anId } from '../../builders/an-id.ts';
import { seedAppointment } from '../../fakes/harbor.ts';
import { openAgreementsWorld, type AgreementsWorld } from './agreements-world.ts';

let world: AgreementsWorld;
beforeAll(async () => {
  world = await openAgreementsWorld();
});
afterAll(() => world.close());

test('what waits is held to whom its customer forbids and to whom an earlier visit waits for', async () => {
  const { harbor, tenantId } = world;
  const [liked, barred] = [anId('technician'), harbor.rosa.id];
  const contract = aContract({
    customerId: harbor.customer.id,
    preferredTechnicianIds: [liked],
    forbiddenTechnicianIds: [barred],
  });
  await world.keep(serviceContractEntity, tenantId, contract);
  const first = await seedAppointment(world, harbor);
  const second = await seedAppointment(world, harbor, { follows: first.id });
  const path = `/v1/territories/${harbor.territory.id}/days/2026-05-12/held-to`;
  const { appointments } = (await world.as('dispatcher')('GET', path)) as { appointments: object[] };
  const named = { preferred: [liked], forbidden: [barred] };
  expect(appointments).toHaveLength(2);
  expect(appointments).toEqual(
    expect.arrayContaining([
      { appointmentId: first.id, named },
      { appointmentId: second.id, named, heldBack: true },
    ]),
  );
});
