import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type Answer, type HttpWorld } from '../../fakes/http-world.ts';
import { anId } from '../../builders/an-id.ts';
import { aFix, aPosition } from '../../builders/a-position.ts';
import { latestPositionEntity } from '../../../functions/store/entities/latest-position.ts';

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

describe('who is soonest at a place', () => {
  const { territory, rosa, tomas } = harbor;
  const nearest = (query: string): Promise<Answer> =>
    world.call({
      method: 'GET',
      path: `/v1/territories/${territory.id}/technicians/nearest`,
      query: `longitude=-71.05&latitude=42.37${query}`,
      token: manager,
    });

  test('is told with his way there, the soonest first, from where he was seen last', async () => {
    const near = aPosition({
      technicianId: rosa.id,
      territoryId: territory.id,
      fix: aFix({ at: world.now.toISOString(), location: [-71.0501, 42.3701] }),
    });
    await world.keep(latestPositionEntity, tenantId, near);
    const { status, body } = await nearest('');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      travelSource: 'estimate',
      technicians: [
        { technicianId: rosa.id, from: 'position', seenAt: near.fix.at },
        { technicianId: tomas.id, from: 'start-place' },
      ],
    });
  });

  test('is among those with the skill; as many as are wanted', async () => {
    expect((await nearest(`&skillId=${anId('skill')}`)).body).toMatchObject({ technicians: [] });
    expect((await nearest('&limit=1')).body['technicians']).toHaveLength(1);
  });

  test('is asked with a place that there is', async () => {
    expect((await nearest('&latitude=98')).status).toBe(400);
  });
});
