import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { aSquare, aTerritory, boston } from '../../builders/a-territory.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { aRecord, anId } from '../../builders/an-id.ts';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

const harbor = aCompany();
const tenantId = harbor.tenant.id;
const { timeZone, operatingHours } = harbor.territory;
const area = aSquare([boston[0] + 0.5, boston[1]]);
let world: HttpWorld;
let manager: string;
beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, harbor);
  manager = await world.token({ tenantId, roles: ['manager'] });
});
afterAll(() => world.close());

const draw = (given: object, path = '', method = 'POST', headers = {}) =>
  world.call({
    method,
    path: `/v1/territories${path}`,
    token: manager,
    headers,
    body: { name: 'North Shore', area, timeZone, operatingHours, ...given },
  });

describe('a territory', () => {
  test('is drawn, changed by the version that was seen, and removed while nothing hangs on it', async () => {
    const made = await draw({});
    expect(made).toMatchObject({ status: 201, body: { name: 'North Shore', area, version: 1 } });
    const path = `/${String(made.body['id'])}`;
    const changed = await draw({ name: 'Cape Ann' }, path, 'PUT', { 'if-match': '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Cape Ann', version: 2 } });
    const late = await draw({ name: 'Cape Cod' }, path, 'PUT', { 'if-match': '"1"' });
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', present: { name: 'Cape Ann' } } });
    expect(await world.call({ method: 'DELETE', path: `/v1/territories${path}`, token: manager })).toMatchObject({
      status: 204,
    });
    expect(await draw({}, path, 'PUT')).toMatchObject({ status: 404 });
  });

  test('keeps who drew it, what was changed and who took it away, even when it is gone', async () => {
    const made = await draw({});
    const path = `/${String(made.body['id'])}`;
    await draw({ name: 'Cape Ann' }, path, 'PUT');
    await world.call({ method: 'DELETE', path: `/v1/territories${path}`, token: manager });
    const { body } = await world.call({ path: `/v1/records${path}/history`, token: manager });
    expect(body).toMatchObject({
      items: [
        { event: 'record.removed', facts: { name: 'Cape Ann' }, by: { kind: 'staff' } },
        { event: 'record.changed', facts: { name: 'Cape Ann', fields: 'name' } },
        { event: 'record.created', facts: { name: 'North Shore' } },
      ],
    });
  });

  test('may have several parts', async () => {
    const parts = { type: 'MultiPolygon', coordinates: [area.coordinates, aSquare([boston[0] + 2, 40]).coordinates] };
    expect(await draw({ area: parts })).toMatchObject({ status: 201, body: { area: parts } });
  });

  test('whose ring crosses itself is refused with the place', async () => {
    const tie = [
      [0, 1],
      [1, 2],
      [1, 1],
      [0, 2],
      [0, 1],
    ];
    const refused = await draw({ area: { type: 'Polygon', coordinates: [tie] } });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'body.area' }] } });
    expect(JSON.stringify(refused.body['errors'])).toContain('crosses itself near');
  });

  test('that technicians serve is not removed, and they are named', async () => {
    const answer = await world.call({
      method: 'DELETE',
      path: `/v1/territories/${harbor.territory.id}`,
      token: manager,
    });
    expect(answer).toMatchObject({ status: 409, body: { code: 'wrong-state', reason: 'in-use' } });
    expect(answer.body['detail']).toContain(harbor.rosa.name);
  });
});

test('the load of a territory counts its technicians, their week and the work of seven days', async () => {
  const own = aCompany();
  await seedCompany(world, own);
  const [token] = await Promise.all([world.token({ tenantId: own.tenant.id, roles: ['dispatcher'] })]);
  const empty = aTerritory({ id: anId('territory'), name: 'Empty' });
  await world.keep(territoryEntity, own.tenant.id, empty);
  const visitor = aTechnician({ ...aRecord('technician'), territoryIds: [empty.id, own.territory.id], active: false });
  await world.keep(technicianEntity, own.tenant.id, visitor);
  const planned = anAssignedAppointment(own.rosa.id, '2026-05-12T14:00:00.000Z');
  const { status, assignments, durationSeconds } = planned;
  await seedAppointment(world, own, { day: '2026-05-12', status, assignments });
  await seedAppointment(world, own, { day: '2026-05-20', status, assignments });
  await seedAppointment(world, own, {});
  const { body } = await world.call({ path: '/v1/territory-loads', query: 'from=2026-05-12', token });
  const shiftHours = (one: typeof own.rosa) =>
    one.shifts.reduce((sum, { weekdays, from, to }) => sum + weekdays.length * (hourOf(to) - hourOf(from)), 0);
  expect(body['loads']).toEqual(
    expect.arrayContaining([
      {
        territoryId: own.territory.id,
        technicians: 2,
        shiftHoursPerWeek: shiftHours(own.rosa) + shiftHours(own.tomas),
        openRequests: 0,
        waitingAppointments: 1,
        plannedAppointments: 1,
        workHours: (2 * durationSeconds) / 3600,
      },
      expect.objectContaining({ territoryId: empty.id, technicians: 0, shiftHoursPerWeek: 0, workHours: 0 }),
    ]),
  );
});

const hourOf = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3)) / 60;
