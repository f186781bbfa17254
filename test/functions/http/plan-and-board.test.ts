import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { liveFrameEntity } from '../../../functions/store/entities/live-frame.ts';
import { liveSequenceEntity } from '../../../functions/store/entities/live-sequence.ts';
import { planEntity } from '../../../functions/store/entities/plan.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { planSchema, type Plan } from '../../../shared/model/plan.ts';
import { aRecord } from '../../builders/an-id.ts';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
let dispatcher = '';
const company = aCompany();
const tenantId = company.tenant.id;
const territoryId = company.territory.id;
const day = '2026-05-12';

beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, company);
  dispatcher = await world.token({ tenantId, roles: ['dispatcher'] });
});
afterAll(() => world.close());

const post = (path: string, body: object = {}) => world.call({ method: 'POST', path, token: dispatcher, body });

const stopAt = ({ id, version }: Appointment, hour: number) => ({
  appointmentId: id,
  plannedStartAt: `2026-05-12T${hour}:00:00.000Z`,
  plannedEndAt: `2026-05-12T${hour + 1}:00:00.000Z`,
  travelSeconds: 600,
  travelMetres: 4000,
  change: 'added',
  appointmentVersion: version,
});
const keepPlan = async (stops: object[]): Promise<Plan> => {
  const plan = planSchema.parse({
    ...aRecord('plan'),
    territoryId,
    day,
    status: 'proposed',
    requestedBy: 'Test',
    seed: 1,
    routes: [{ technicianId: company.rosa.id, stops, travelSeconds: 1200, travelMetres: 8000 }],
    unassigned: [],
    unassignedTotal: 0,
  });
  await world.keep(planEntity, tenantId, plan);
  return plan;
};

describe('a plan', () => {
  test('is asked for with an answer at once, and can be put aside', async () => {
    const asked = await post(`/v1/territories/${territoryId}/days/${day}/plans`, { seed: 7 });
    expect(asked).toMatchObject({ status: 202, body: { status: 'requested', seed: 7, routes: [] } });
    const discarded = await post(`/v1/plans/${String(asked.body['id'])}/discard`);
    expect(discarded.body).toMatchObject({ status: 'discarded' });
    expect((await post(`/v1/plans/${String(asked.body['id'])}/accept`)).body).toMatchObject({ code: 'wrong-state' });
  });

  test('accepted assigns its stops; what changed since is refused by name; a repeat changes nothing', async () => {
    const [first, second, changed] = await Promise.all([
      seedAppointment(world, company),
      seedAppointment(world, company),
      seedAppointment(world, company, { version: 4 }),
    ]);
    const stops = [stopAt(first, 14), stopAt(second, 16), { ...stopAt(changed, 18), appointmentVersion: 3 }];
    const { id } = await keepPlan(stops);
    const accepted = await post(`/v1/plans/${id}/accept`);
    const expected = {
      accepted: [first.id, second.id],
      refused: [{ appointmentId: changed.id, reason: 'changed-meanwhile' }],
      plan: { status: 'partly-accepted' },
    };
    expect(accepted.body).toMatchObject(expected);
    const board = async () => {
      const path = `/v1/territories/${territoryId}/days/${day}/board`;
      return (await world.call({ path, token: dispatcher })).body['appointments'];
    };
    const after = await board();
    expect(after).toMatchObject([{ id: first.id }, { id: second.id }]);
    expect((await post(`/v1/plans/${id}/accept`)).body).toMatchObject(expected);
    expect(await board()).toEqual(after);
  });

  test('whose stop takes the time that another stop of it frees is accepted whole', async () => {
    const moving = await seedAppointment(world, company);
    const wish = { technicianId: company.tomas.id, plannedStartAt: '2026-05-12T15:00:00.000Z' };
    const assigned = (await post(`/v1/appointments/${moving.id}/assign`, wish)).body as unknown as Appointment;
    const taking = await seedAppointment(world, company);
    const { id } = await keepPlan([]);
    const plan = planSchema.parse({
      ...aRecord('plan'),
      id,
      territoryId,
      day,
      status: 'proposed',
      requestedBy: 'Test',
      seed: 1,
      routes: [
        {
          technicianId: company.tomas.id,
          stops: [stopAt(taking, 15), { ...stopAt(assigned, 17), change: 'moved' }],
          travelSeconds: 0,
          travelMetres: 0,
        },
      ],
      unassigned: [],
      unassignedTotal: 0,
    });
    await world.keep(planEntity, tenantId, plan);
    expect((await post(`/v1/plans/${id}/accept`)).body).toMatchObject({ refused: [], plan: { status: 'accepted' } });
  });

  test('takes no appointment that it does not move', async () => {
    const stranger = await seedAppointment(world, company);
    const { id } = await keepPlan([]);
    const refused = await post(`/v1/plans/${id}/accept`, { appointmentIds: [stranger.id] });
    expect(refused.body).toMatchObject({ errors: [{ field: 'body.appointmentIds.0' }] });
  });
});

describe('the candidates for an appointment', () => {
  test('are ranked with the parts of the score, and everyone else stands with his reason', async () => {
    const skilled = await seedAppointment(world, company, {
      partRequirements: [{ partId: company.part.id, quantity: 1 }],
    });
    const path = `/v1/appointments/${skilled.id}/candidates`;
    const answer = await world.call({ path, query: `day=${day}`, token: dispatcher });
    expect(answer.body).toMatchObject({
      candidates: [
        { technicianId: company.rosa.id, missingPartIds: [] },
        { technicianId: company.tomas.id, missingPartIds: [company.part.id] },
      ],
      excluded: [],
    });
    const expert = await seedAppointment(world, company, {
      skillRequirements: [{ skillId: company.skill.id, level: 3 }],
    });
    const none = await world.call({
      path: `/v1/appointments/${expert.id}/candidates`,
      query: `day=${day}`,
      token: dispatcher,
    });
    expect(none.body).toMatchObject({
      candidates: [],
      excluded: [{ reason: 'skill-level-too-low' }, { reason: 'skill-level-too-low' }],
    });
  });
});

describe('the figures of a day', () => {
  test('count the appointments by state and what waits', async () => {
    const path = `/v1/territories/${territoryId}/days/${day}/figures`;
    const figures = await world.call({ path, token: dispatcher });
    expect(figures.body).toMatchObject({ byStatus: { scheduled: 4 } });
    expect(figures.body['unscheduled']).toBeGreaterThan(0);
  });
});

describe('a console that missed frames', () => {
  const frame = (sequence: number) => ({ type: 'changes' as const, territoryId, sequence, changes: [] });
  const after = async (number: number) =>
    (await world.call({ path: `/v1/territories/${territoryId}/live`, query: `after=${number}`, token: dispatcher }))
      .body;

  test('gets those after its number, and is told to read the board anew where some are gone', async () => {
    const expiresAt = '2026-05-12T14:00:00.000Z';
    await world.keep(liveSequenceEntity, tenantId, { territoryId, version: 12, sequence: 12 });
    for (const sequence of [10, 11, 12]) {
      await world.keep(liveFrameEntity, tenantId, { frame: frame(sequence), expiresAt });
    }
    expect(await after(10)).toEqual({ frames: [frame(11), frame(12)], complete: true });
    expect(await after(12)).toEqual({ frames: [], complete: true });
    expect(await after(7)).toMatchObject({ complete: false });
    expect(await after(13)).toMatchObject({ complete: false });
  });

  test('opens the socket anew with a ticket for its territories', async () => {
    const ticket = await post('/v1/live/tickets', { territoryIds: [territoryId] });
    expect(ticket).toMatchObject({ status: 201 });
    expect(ticket.body['url']).toBe(`wss://fieldline.test/live?ticket=${String(ticket.body['ticket'])}`);
  });
});

test('nothing of this was a fault of ours', () => {
  expect(world.faults).toEqual([]);
});
