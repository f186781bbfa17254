import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '../../../functions/platform/secret-token.ts';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { customerLinkEntity } from '../../../functions/store/entities/customer-link.ts';
import { latestPositionEntity } from '../../../functions/store/entities/latest-position.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { customerLinkSchema } from '../../../shared/model/customer-link.ts';
import { latestPositionSchema } from '../../../shared/model/position-fix.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { aRecord } from '../../builders/an-id.ts';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
let dispatcher = '';
const company = aCompany();
const tenantId = company.tenant.id;

beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, company);
  dispatcher = await world.token({ tenantId, roles: ['dispatcher'] });
});
afterAll(() => world.close());

const seedVisit = async (changes: Partial<Appointment> = {}): Promise<Appointment> => {
  const { day, assignments, status } = anAssignedAppointment(company.rosa.id, '2026-05-12T13:30:00.000Z');
  return seedAppointment(world, company, { ...(day && { day }), assignments, status, ...changes });
};
const linkTo = async ({ id }: Appointment): Promise<string> => {
  const call = { method: 'POST', path: `/v1/appointments/${id}/links`, token: dispatcher, body: {} };
  return String((await world.call(call)).body['url']).split('#')[1] ?? '';
};
const open = (token: string) => world.call({ method: 'POST', path: '/v1/links/open', body: { token } });
const visit = (session: unknown) => world.call({ path: '/v1/visit', token: String(session) });

describe("a customer's link to his appointment", () => {
  test('opens what he may know, and neither position nor arrival while nobody is on the way', async () => {
    const appointment = await seedVisit();
    const opened = await open(await linkTo(appointment));
    expect(opened).toMatchObject({ status: 201, body: { scope: 'visit', expiresAt: '2026-05-12T14:00:00.000Z' } });
    const seen = await visit(opened.body['session']);
    expect(seen.body).toMatchObject({
      company: 'Harbor Field Service',
      number: appointment.workOrderNumber,
      technicianName: 'Rosa',
      status: 'scheduled',
    });
    expect(seen.body).not.toHaveProperty('onTheWay');
    expect(JSON.stringify(seen.body)).not.toContain('Alvarez');
  });

  test('shows the position only while the technician travels to this very customer', async () => {
    const travelStartedAt = '2026-05-12T12:50:00.000Z';
    const appointment = await seedVisit({ status: 'travelling', travelStartedAt });
    const { session } = (await open(await linkTo(appointment))).body;
    const fix = { at: '2026-05-12T12:58:00.000Z', location: [-71.08, 42.36], accuracyMetres: 8 };
    const positionFor = (appointmentId: string) =>
      world.keep(
        latestPositionEntity,
        tenantId,
        latestPositionSchema.parse({
          technicianId: company.rosa.id,
          territoryId: company.territory.id,
          fix,
          appointmentId,
          receivedAt: fix.at,
        }),
      );
    await positionFor(appointment.id);
    expect((await visit(session)).body).toMatchObject({ onTheWay: { position: fix.location, estimate: true } });
    await positionFor((await seedVisit()).id);
    expect((await visit(session)).body['onTheWay']).not.toHaveProperty('position');
  });

  test('says only that it is finished once it is, and is dead a day later', async () => {
    const appointment = await seedVisit({ status: 'on-site', actualStartAt: '2026-05-12T12:00:00.000Z' });
    const { session } = (await open(await linkTo(appointment))).body;
    const done: Appointment = { ...appointment, status: 'completed', actualEndAt: '2026-05-12T12:55:00.000Z' };
    await world.keep(appointmentEntity, tenantId, done);
    const seen = await visit(session);
    expect(seen.body).toMatchObject({ status: 'completed' });
    expect(seen.body).not.toHaveProperty('technicianName');
    await world.keep(appointmentEntity, tenantId, { ...done, actualEndAt: '2026-05-11T12:55:00.000Z' });
    expect(await visit(session)).toMatchObject({ status: 410, body: { code: 'link-ended', reason: 'finished' } });
  });

  test('revoked, it and the sessions it opened are dead at once', async () => {
    const appointment = await seedVisit();
    const token = await linkTo(appointment);
    const { session } = (await open(token)).body;
    const path = `/v1/appointments/${appointment.id}/links`;
    expect((await world.call({ method: 'DELETE', path, token: dispatcher })).status).toBe(204);
    expect(await visit(session)).toMatchObject({ status: 410, body: { reason: 'revoked' } });
    expect((await open(token)).status).toBe(410);
  });

  test('opens a session of an hour, not longer', async () => {
    const { session } = (await open(await linkTo(await seedVisit()))).body;
    world.now = new Date('2026-05-12T14:00:01.000Z');
    expect((await visit(session)).status).toBe(401);
    world.now = new Date('2026-05-12T13:00:00.000Z');
  });

  test('is kept nowhere but as a hash, also where the request names a key to repeat it by', async () => {
    const appointment = await seedVisit();
    const path = `/v1/appointments/${appointment.id}/links`;
    const headers = { 'idempotency-key': 'link-1' };
    const made = await world.call({ method: 'POST', path, token: dispatcher, body: {}, headers });
    const secret = String(made.body['url']).split('.').at(-1) ?? '';
    expect(secret).toHaveLength(43);
    const stored = JSON.stringify((await world.changes()).Records);
    expect(stored).toContain(String(made.body['customerLinkId']));
    expect(stored).not.toContain(secret);
  });
});

describe('a link to report a problem', () => {
  const reportSession = async (assetId?: string): Promise<string> => {
    const { token, hash } = newSecret(tenantId, randomBytes);
    const draft = { ...aRecord('customerLink'), scope: 'report', tokenHash: hash, ...(assetId && { assetId }) };
    await world.keep(customerLinkEntity, tenantId, customerLinkSchema.parse(draft));
    return String((await open(token)).body['session']);
  };
  const told = {
    kind: 'fault',
    subject: 'Water under the boiler',
    contact: { name: 'Ines Okafor', phone: '+16175550188' },
    place: company.site.place,
  };
  const report = (token: string, body: object) => world.call({ method: 'POST', path: '/v1/report', token, body });

  test('offers the company, its kinds of work and the asset of the scanned code', async () => {
    const form = await world.call({ path: '/v1/report', token: await reportSession(company.asset.id) });
    expect(form.body).toMatchObject({
      company: 'Harbor Field Service',
      workTypes: [{ id: company.workType.id, name: 'Boiler repair' }],
      asset: { id: company.asset.id, place: company.site.place },
    });
  });

  test('makes a request with work of it, promised in the time of the place, which the desk sees as coming from the form', async () => {
    const answer = await report(await reportSession(), { ...told, workTypeId: company.workType.id });
    expect(answer).toMatchObject({ status: 201, body: { status: 'accepted', timeZone: 'America/New_York' } });
    const path = `/v1/service-requests/${String(answer.body['serviceRequestId'])}`;
    const file = await world.call({ path, token: dispatcher });
    expect(file.body).toMatchObject({
      serviceRequest: { channel: 'web-form' },
      history: [{ by: { kind: 'customer' } }],
    });
  });

  test('takes no other asset than its own', async () => {
    const refused = await report(await reportSession(), { ...told, assetId: company.asset.id });
    expect(refused.body).toMatchObject({ errors: [{ field: 'body.assetId' }] });
    const taken = await report(await reportSession(company.asset.id), { ...told, assetId: company.asset.id });
    expect(taken.status).toBe(201);
  });
});

test('nothing of this was a fault of ours', () => {
  expect(world.faults).toEqual([]);
});
