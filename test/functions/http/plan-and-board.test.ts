import * as z from 'zod/mini';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serviceContractEntity } from '../../../functions/store/entities/service-contract.ts';
import { liveFrameEntity } from '../../../functions/store/entities/live-frame.ts';
import { liveSequenceEntity } from '../../../functions/store/entities/live-sequence.ts';
import { planEntity } from '../../../functions/store/entities/plan.ts';
import { planPageEntity } from '../../../functions/store/entities/plan-page.ts';
import { planPartEntity } from '../../../functions/store/entities/plan-part.ts';
import { appointmentSchema, type Appointment } from '../../../shared/model/appointment.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import type { Candidate } from '../../../shared/protocol/endpoints/appointments.ts';
import { planPageSchema, planPartSchema, type PlanPartRef } from '../../../shared/model/plan-part.ts';
import { aContract } from '../../builders/a-contract.ts';
import { aPlan, aPlanPart } from '../../builders/a-plan.ts';
import { anId } from '../../builders/an-id.ts';
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

const at = (on: string, hour: number) => ({
  plannedStartAt: `${on}T${hour}:00:00.000Z`,
  plannedEndAt: `${on}T${hour + 1}:00:00.000Z`,
});
const stopAt = ({ id, version }: Appointment, hour: number) => ({
  appointmentId: id,
  ...at(day, hour),
  travelSeconds: 600,
  travelMetres: 4000,
  change: 'added',
  appointmentVersion: version,
});
type Stops = ReturnType<typeof stopAt>[];
/** A proposal for the day, by technician. */
const keepPlan = async (...routes: { technicianId: string; stops: Stops }[]): Promise<Plan> => {
  const changes = routes.flatMap(({ stops }) => stops).length;
  const plan = aPlan({ territoryIds: [territoryId], days: [day], status: 'proposed', changes });
  await world.keep(planEntity, tenantId, plan);
  await keepPart(plan, { territoryId, day }, routes);
  return plan;
};
const keepPart = async (plan: Plan, of: PlanPartRef, routes: { technicianId: string; stops: Stops }[]) => {
  const changes = routes.flatMap(({ stops }) => stops).length;
  await world.keep(planPartEntity, tenantId, aPlanPart(plan, { ...of, status: 'done', pages: 1, changes }));
  const page = {
    ...{ planId: plan.id, ...of, page: 0, unassigned: [], promised: [] },
    routes: routes.map((route) => ({ ...route, travelSeconds: 1200, travelMetres: 8000 })),
  };
  await world.keep(planPageEntity, tenantId, planPageSchema.parse(page));
};
const board = async (on = day) => {
  const path = `/v1/territories/${territoryId}/days/${on}/board`;
  return (await world.call({ path, token: dispatcher })).body['appointments'];
};
/** An appointment that already stands with a technician. */
const standing = async (technicianId: string, hour: number): Promise<Appointment> => {
  const { id } = await seedAppointment(world, company);
  const wish = { technicianId, plannedStartAt: `${day}T${hour}:00:00.000Z` };
  return appointmentSchema.parse((await post(`/v1/appointments/${id}/assign`, wish)).body);
};
const moved = (appointment: Appointment, hour: number) => ({ ...stopAt(appointment, hour), change: 'moved' });

describe('a plan', () => {
  test('is asked for with an answer at once, and can be stopped, once and again', async () => {
    const asked = await post(`/v1/territories/${territoryId}/days/${day}/plans`, { seed: 7 });
    expect(asked).toMatchObject({ status: 202, body: { status: 'requested', seed: 7, progress: { parts: 1 } } });
    const path = `/v1/plans/${String(asked.body['id'])}`;
    expect((await post(`${path}/discard`)).body).toMatchObject({ code: 'wrong-state' });
    const cancelled = await post(`${path}/cancel`);
    expect(cancelled.body).toMatchObject({ status: 'cancelled' });
    expect((await post(`${path}/cancel`)).body).toEqual(cancelled.body);
    expect((await post(`${path}/accept`)).body).toMatchObject({ code: 'wrong-state' });
  });

  test('stays listed as a run of its day with its seed, the last first, and may be asked for again with that seed', async () => {
    const ask = (seed: number) => post(`/v1/territories/${territoryId}/days/${day}/plans`, { seed });
    const [first, second] = [await ask(7), await ask(11)];
    const path = `/v1/territories/${territoryId}/days/${day}/plan-runs`;
    const { body } = await world.call({ path, token: dispatcher });
    const runs = z.array(planPartSchema).parse(body['runs']);
    const wanted = [second, first].map(({ body: plan }) => plan['id']);
    expect(runs.slice(0, 2).map(({ planId }) => planId)).toEqual(wanted);
    const elsewhere = `/v1/territories/${territoryId}/days/2026-06-30/plan-runs`;
    expect((await world.call({ path: elsewhere, token: dispatcher })).body).toEqual({ runs: [] });
  });

  test('of several days has a part for each territory and day, and is asked for once by one key', async () => {
    const body = { territoryIds: [territoryId], fromDay: day, days: 3 };
    const ask = () =>
      world.call({
        ...{ method: 'POST', path: '/v1/plans', token: dispatcher, body },
        headers: { 'idempotency-key': 'plan-the-week' },
      });
    const asked = await ask();
    expect(asked).toMatchObject({ status: 202, body: { days: [day, '2026-05-13', '2026-05-14'] } });
    expect((await ask()).body).toEqual(asked.body);
    const { body: file } = await world.call({ path: `/v1/plans/${String(asked.body['id'])}`, token: dispatcher });
    expect(file['parts']).toMatchObject([
      { day, waitsFor: 0, then: [{ day: '2026-05-13' }] },
      { day: '2026-05-13', waitsFor: 1 },
      { day: '2026-05-14', waitsFor: 1, then: [] },
    ]);
  });

  test.each([
    ['a day that is over', { fromDay: '2026-05-11', days: 1 }, 'body.fromDay'],
    ['more than two weeks', { fromDay: day, days: 15 }, 'body.days'],
    [
      'a territory that is not there',
      { territoryIds: [anId('territory')], fromDay: day, days: 1 },
      'body.territoryIds.0',
    ],
  ])('of %s is refused by the name of the field', async (_, wish, field) => {
    const refused = await post('/v1/plans', { territoryIds: [territoryId], ...wish });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });

  test('accepted assigns its stops; what changed since is refused by name; a repeat changes nothing', async () => {
    const [first, second, changed] = await Promise.all([
      seedAppointment(world, company),
      seedAppointment(world, company),
      seedAppointment(world, company, { version: 4 }),
    ]);
    const stops = [stopAt(first, 14), stopAt(second, 16), { ...stopAt(changed, 18), appointmentVersion: 3 }];
    const { id } = await keepPlan({ technicianId: company.rosa.id, stops });
    const accepted = await post(`/v1/plans/${id}/accept`);
    const expected = {
      refused: [{ appointmentId: changed.id, reason: 'changed-meanwhile' }],
      remaining: [],
      plan: { status: 'partly-accepted', accepted: 2 },
    };
    expect(accepted.body).toMatchObject({ ...expected, accepted: [first.id, second.id] });
    const after = await board();
    expect(after).toMatchObject([{ id: first.id }, { id: second.id }]);
    const again = await post(`/v1/plans/${id}/accept`);
    expect(again.body).toMatchObject(expected);
    expect(again.body['accepted']).toEqual(expect.arrayContaining([first.id, second.id]));
    expect(await board()).toEqual(after);
  });

  test('whose stop takes the time that another stop of it frees is accepted whole', async () => {
    const freeing = await standing(company.tomas.id, 15);
    const taking = await seedAppointment(world, company);
    const stops = [stopAt(taking, 15), moved(freeing, 17)];
    const { id } = await keepPlan({ technicianId: company.tomas.id, stops });
    expect((await post(`/v1/plans/${id}/accept`)).body).toMatchObject({ refused: [], plan: { status: 'accepted' } });
  });

  test('two stops of which change places with each other is accepted whole', async () => {
    const [rosas, tomass] = [await standing(company.rosa.id, 20), await standing(company.tomas.id, 20)];
    const { id } = await keepPlan(
      { technicianId: company.rosa.id, stops: [moved(tomass, 20)] },
      { technicianId: company.tomas.id, stops: [moved(rosas, 20)] },
    );
    expect((await post(`/v1/plans/${id}/accept`)).body).toMatchObject({ refused: [], plan: { status: 'accepted' } });
    expect(await board()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          id: rosas.id,
          assignments: [expect.objectContaining({ technicianId: company.tomas.id })],
        }),
        expect.objectContaining({
          id: tomass.id,
          assignments: [expect.objectContaining({ technicianId: company.rosa.id })],
        }),
      ]),
    );
  });

  test('over two days is accepted day by day, and is whole when both stand', async () => {
    const [today, tomorrow] = [
      await seedAppointment(world, company),
      await seedAppointment(world, company, { dueBy: '2026-05-13T21:00:00.000Z' }),
    ];
    const plan = aPlan({ territoryIds: [territoryId], days: [day, '2026-05-13'], status: 'proposed', changes: 2 });
    await world.keep(planEntity, tenantId, plan);
    const { id: technicianId } = company.rosa;
    const onWednesday = { ...stopAt(tomorrow, 14), ...at('2026-05-13', 14) };
    await keepPart(plan, { territoryId, day }, [{ technicianId, stops: [stopAt(today, 18)] }]);
    await keepPart(plan, { territoryId, day: '2026-05-13' }, [{ technicianId, stops: [onWednesday] }]);
    const accept = (parts: PlanPartRef[]) => post(`/v1/plans/${plan.id}/accept`, { parts });
    expect((await accept([{ territoryId, day: '2026-05-13' }])).body).toMatchObject({
      accepted: [tomorrow.id],
      plan: { status: 'partly-accepted', accepted: 1 },
    });
    expect(await board('2026-05-13')).toMatchObject([{ id: tomorrow.id }]);
    expect((await accept([{ territoryId, day }])).body).toMatchObject({ plan: { status: 'accepted', accepted: 2 } });
  });

  test('is looked at part by part, with the appointments as they stand', async () => {
    const waits = await seedAppointment(world, company);
    const { id } = await keepPlan({ technicianId: company.rosa.id, stops: [stopAt(waits, 21)] });
    const path = `/v1/plans/${id}/territories/${territoryId}/days/${day}`;
    expect((await world.call({ path, token: dispatcher })).body).toMatchObject({
      part: { status: 'done', changes: 1 },
      routes: [{ technicianId: company.rosa.id, stops: [{ appointmentId: waits.id }] }],
      appointments: [{ id: waits.id, status: 'unscheduled' }],
    });
  });

  test('takes no appointment that it does not move', async () => {
    const stranger = await seedAppointment(world, company);
    const { id } = await keepPlan();
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

describe('the candidates for a customer whose contract forbids a technician', () => {
  test('are all others, and he stands with that reason', async () => {
    const contract = aContract({ customerId: company.customer.id, forbiddenTechnicianIds: [company.rosa.id] });
    await world.keep(serviceContractEntity, company.tenant.id, contract);
    const { id } = await seedAppointment(world, company, { customerId: company.customer.id });
    const answer = await world.call({
      path: `/v1/appointments/${id}/candidates`,
      query: `day=${day}`,
      token: dispatcher,
    });
    expect(answer.body).toMatchObject({
      candidates: [{ technicianId: company.tomas.id }],
      excluded: [
        { technicianId: company.rosa.id, reason: 'technician-not-allowed', values: { clause: 'Gold care, 2.1' } },
      ],
    });
    const plannedStartAt = `${day}T20:00:00.000Z`;
    const assigned = await world.call({
      ...{ method: 'POST', path: `/v1/appointments/${id}/assign`, token: dispatcher },
      body: { technicianId: company.rosa.id, plannedStartAt },
    });
    const refused = {
      code: 'excluded',
      reason: 'technician-not-allowed',
      detail: expect.stringContaining('Gold care'),
      values: { clause: 'Gold care, 2.1' },
    };
    expect(assigned.body).toMatchObject(refused);
    const to = { technicianIds: [company.tomas.id, company.rosa.id], plannedStartAt };
    const moved = await world.call({
      ...{ method: 'POST', path: '/v1/appointment-moves', token: dispatcher },
      body: { moves: [{ appointmentId: id, version: 1, to }] },
    });
    expect(moved.body).toMatchObject(refused);
  });

  test('forbid him until the last day of the contract is over where the work is', async () => {
    const fresh = aCompany();
    await seedCompany(world, fresh);
    const forbids = { forbiddenTechnicianIds: [fresh.rosa.id], endsOn: day };
    await world.keep(serviceContractEntity, fresh.tenant.id, aContract({ customerId: fresh.customer.id, ...forbids }));
    const { id } = await seedAppointment(world, fresh, { customerId: fresh.customer.id });
    const token = await world.token({ tenantId: fresh.tenant.id, roles: ['dispatcher'] });
    const assignedAt = (plannedStartAt: string) =>
      world.call({
        ...{ method: 'POST', path: `/v1/appointments/${id}/assign`, token },
        body: { technicianId: fresh.rosa.id, plannedStartAt, despite: ['after-due-time', 'off-shift'] },
      });
    expect((await assignedAt('2026-05-13T02:00:00.000Z')).body).toMatchObject({ reason: 'technician-not-allowed' });
    expect((await assignedAt('2026-05-13T04:30:00.000Z')).status).toBe(200);
  });

  test('are scored by whom the contract prefers, as a part of its own', async () => {
    const fresh = aCompany();
    await seedCompany(world, fresh);
    const prefers = aContract({ customerId: fresh.customer.id, preferredTechnicianIds: [fresh.tomas.id] });
    await world.keep(serviceContractEntity, fresh.tenant.id, prefers);
    const { id } = await seedAppointment(world, fresh, { customerId: fresh.customer.id });
    const token = await world.token({ tenantId: fresh.tenant.id, roles: ['dispatcher'] });
    const { body } = await world.call({ path: `/v1/appointments/${id}/candidates`, query: `day=${day}`, token });
    const candidates = body['candidates'] as Candidate[];
    const points = candidates.map(({ technicianId, parts }) => [
      technicianId,
      parts.find(({ name }) => name === 'contract')?.points,
    ]);
    expect(new Map(points as [string, number][])).toEqual(
      new Map([
        [fresh.tomas.id, 13.8],
        [fresh.rosa.id, 0],
      ]),
    );
    for (const { parts } of candidates) expect(parts.reduce((sum, { most }) => sum + most, 0)).toBeCloseTo(100, 0);
  });
});

describe('the figures of a day', () => {
  test('count the appointments by state and what waits', async () => {
    const path = `/v1/territories/${territoryId}/days/${day}/figures`;
    const figures = await world.call({ path, token: dispatcher });
    expect(figures.body).toMatchObject({ byStatus: { scheduled: 7 } });
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
    await world.keep(liveSequenceEntity, tenantId, { territoryId, sequence: 12 });
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
