import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type Answer, type HttpWorld } from '../../fakes/http-world.ts';
import { anId } from '../../builders/an-id.ts';

const harbor = aCompany();
const tenantId = harbor.tenant.id;
let world: HttpWorld;
let manager: string;
beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, harbor);
  await seedAppointment(world, harbor);
  manager = await world.token({ tenantId, roles: ['manager'] });
});
afterAll(() => world.close());

const reach = (query: string): Promise<Answer> =>
  world.call({ method: 'GET', path: `/v1/territories/${harbor.territory.id}/reach`, query, token: manager });

describe('where a promise can be kept now', () => {
  test('is told by area, share and places of work, as an estimate where there are no roads', async () => {
    const { status, body } = await reach('seconds=14400');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      travelSource: 'estimate',
      seconds: 14400,
      figures: { notReachedShare: 0, placesNotReached: 0 },
    });
    expect(body['technicians']).not.toEqual([]);
  });

  test('shrinks with the promise', async () => {
    const share = async (seconds: number) => {
      const { body } = await reach(`seconds=${seconds}`);
      return Number((body['figures'] as { notReachedShare: number }).notReachedShare);
    };
    expect(await share(240)).toBeGreaterThan(await share(600));
    expect(await share(240)).toBeGreaterThan(0.3);
  });

  test('counts only technicians with the skill and the part; where there is none, nothing is reached', async () => {
    const unknown = await reach(`skillId=${anId('skill')}`);
    expect(unknown.body).toMatchObject({ technicians: [], figures: { notReachedShare: expect.closeTo(1, 6) } });
    expect((await reach(`partId=${anId('part')}`)).body).toMatchObject({ technicians: [] });
  });
});
