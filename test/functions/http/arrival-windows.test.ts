import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { offeredWindow } from '../../../shared/protocol/endpoints/arrival-windows.ts';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
let agent = '';
const company = aCompany();
const day = '2026-05-12';

beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, company);
  agent = await world.token({ tenantId: company.tenant.id, roles: ['agent'] });
});
afterAll(() => world.close());

describe('the windows for an appointment', () => {
  const path = (id: string) => `/v1/appointments/${id}/windows`;

  test('are priced, the best marked; the one that the customer takes is promised and kept', async () => {
    const { id, version } = await seedAppointment(world, company, {});
    const answer = await world.call({ path: path(id), query: `day=${day}`, token: agent });
    const windows = z.parse(z.array(offeredWindow), answer.body['windows']);
    expect(windows.length).toBeGreaterThan(5);
    const best = windows.filter((one) => one.best);
    expect(best).toMatchObject([{ surchargeSeconds: 0, keeper: { technicianId: expect.any(String) } }]);
    const asked = { path: `/v1/appointments/${id}/arrival-window`, method: 'PUT', token: agent } as const;
    const body = { window: best[0]?.window };
    const promised = await world.call({ ...asked, body, headers: { 'if-match': `"${version}"` } });
    expect(promised.body).toMatchObject({ arrivalWindow: body.window });
  });

  test('are not promised when they are over', async () => {
    const { id, version } = await seedAppointment(world, company, {});
    const refused = await world.call({
      path: `/v1/appointments/${id}/arrival-window`,
      method: 'PUT',
      token: agent,
      headers: { 'if-match': `"${version}"` },
      body: { window: { from: '2020-01-01T10:00:00.000Z', to: '2020-01-01T12:00:00.000Z' } },
    });
    expect(refused).toMatchObject({ status: 400, body: { reason: 'in-the-past', errors: [{ field: 'body.window' }] } });
  });
});
