import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { TechnicianDay } from '../../../shared/model/technician-day.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

const harbor = aCompany();
const tenantId = harbor.tenant.id;
let world: HttpWorld;
let manager: string;
let planned: Appointment;
beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, harbor);
  manager = await world.token({ tenantId, roles: ['manager'] });
  const { status, day, assignments } = anAssignedAppointment(harbor.tomas.id, '2026-05-14T14:00:00.000Z');
  planned = await seedAppointment(world, harbor, { status, assignments, ...(day && { day }) });
  const guard: TechnicianDay = {
    technicianId: harbor.tomas.id,
    day: '2026-05-14',
    version: 1,
    intervals: [
      { kind: 'appointment', id: planned.id, from: '2026-05-14T14:00:00.000Z', to: '2026-05-14T15:00:00.000Z' },
    ],
  };
  await world.keep(technicianDayEntity, tenantId, guard);
});
afterAll(() => world.close());

const factsOf = ({ id: _id, version: _version, createdAt: _made, updatedAt: _changed, ...facts }: Technician) => facts;
const ask = (method: string, path: string, body?: object, headers = {}) =>
  world.call({ method, path: `/v1/technicians${path}`, token: manager, headers, ...(body && { body }) });

describe('a technician', () => {
  test('is entered, changed in the version that was seen, and his history says who changed what', async () => {
    const { vanStockLocationId: _van, ...facts } = factsOf(harbor.rosa);
    const made = await ask('POST', '', { ...facts, name: 'Noor Haddad', email: 'noor@example.com' });
    expect(made).toMatchObject({ status: 201, body: { name: 'Noor Haddad', version: 1 } });
    const id = String(made.body['id']);
    const body = { ...facts, name: 'Noor Haddad', vehicle: 'Grey van' };
    expect(await ask('PUT', `/${id}`, body, { 'if-match': '"1"' })).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    const late = await ask('PUT', `/${id}`, body, { 'if-match': '"1"' });
    expect(late).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', present: { vehicle: 'Grey van' } } });
    const history = await world.call({ path: `/v1/records/${id}/history`, token: manager });
    expect(history.body['items']).toMatchObject([
      { event: 'record.changed', facts: { name: 'Noor Haddad', fields: 'email, vehicle' } },
      { event: 'record.created' },
    ]);
  });

  test('who is saved unchanged keeps his version', async () => {
    const saved = await ask('PUT', `/${harbor.rosa.id}`, factsOf(harbor.rosa));
    expect(saved).toMatchObject({ status: 200, body: { version: harbor.rosa.version } });
  });

  test('drives no van that another one drives', async () => {
    const body = { ...factsOf(harbor.rosa), vanStockLocationId: harbor.otherVan.id };
    expect(await ask('PUT', `/${harbor.rosa.id}`, body)).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'body.vanStockLocationId', message: 'Tomas Lindqvist drives this van' }] },
    });
  });

  test('stays active while work is planned for him, and the refusal names the day', async () => {
    const refused = await ask('PUT', `/${harbor.tomas.id}`, { ...factsOf(harbor.tomas), active: false });
    expect(refused).toMatchObject({ status: 409, body: { code: 'wrong-state', reason: 'in-use' } });
    expect(refused.body['detail']).toContain('2026-05-14');
  });
});

describe('an absence', () => {
  const span = { from: '2026-05-14T12:00:00.000Z', to: '2026-05-15T21:00:00.000Z' };
  const path = `/${harbor.tomas.id}/absences`;

  test('over planned work is refused with that work, and entered knowingly: nothing new is planned there', async () => {
    const refused = await ask('POST', path, { kind: 'sick', span });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'conflict', reason: 'work-planned', present: { appointments: [{ id: planned.id }] } },
    });
    const entered = await ask('POST', path, { kind: 'sick', span, despite: ['work-planned'] });
    expect(entered).toMatchObject({ status: 201, body: { kind: 'sick', span } });
    const other = await seedAppointment(world, harbor);
    const dispatcher = await world.token({ tenantId, roles: ['dispatcher'] });
    const assigned = await world.call({
      method: 'POST',
      path: `/v1/appointments/${other.id}/assign`,
      token: dispatcher,
      body: { technicianId: harbor.tomas.id, plannedStartAt: '2026-05-15T14:00:00.000Z', despite: ['after-due-time'] },
    });
    expect(assigned).toMatchObject({ status: 409, body: { reason: 'absent' } });
    expect(await ask('POST', path, { kind: 'holiday', span })).toMatchObject({ body: { reason: 'already-absent' } });
    const { body } = await ask('GET', path);
    expect(body['items']).toMatchObject([{ kind: 'sick' }]);
    expect(await ask('DELETE', `${path}/${String(entered.body['id'])}`)).toMatchObject({ status: 204 });
    const guard = await world.table.get(technicianDayEntity, tenantId, {
      technicianId: harbor.tomas.id,
      day: '2026-05-14',
    });
    expect(guard?.intervals.map(({ id }) => id)).toEqual([planned.id]);
  });

  test('of more than 62 days is refused with what to do', async () => {
    const long = { from: '2026-06-01T00:00:00.000Z', to: '2026-09-01T00:00:00.000Z' };
    expect(await ask('POST', path, { kind: 'other', span: long })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'body.span.to' }] },
    });
  });
});

test('nothing of this was a fault of ours', () => expect(world.faults).toEqual([]));
