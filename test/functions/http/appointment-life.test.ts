import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appointmentSchema, type Appointment } from '../../../shared/model/appointment.ts';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
const company = aCompany();
const tenantId = company.tenant.id;
let dispatcher = '';
let rosa = '';

beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, company);
  dispatcher = await world.token({ tenantId, roles: ['dispatcher'] });
  rosa = await world.token({ tenantId, roles: ['technician'], technicianId: company.rosa.id });
});
afterAll(() => world.close());

const at = '2026-05-12T14:00:00.000Z';
const assign = (id: string, body: object, headers: Record<string, string> = {}) =>
  world.call({ method: 'POST', path: `/v1/appointments/${id}/assign`, token: dispatcher, body, headers });
/** Nobody does two things in one millisecond, by which alone entries in processes of their own could not order them. */
const aSecondLater = () => void (world.now = new Date(world.now.getTime() + 1000));
const step = (id: string, to: string, more: object = {}) => {
  aSecondLater();
  return world.call({ method: 'POST', path: `/v1/appointments/${id}/status`, token: rosa, body: { to, ...more } });
};

describe('an appointment from the queue to its end', () => {
  let appointment: Appointment;

  test('is assigned with its end, its day, its window, and the work order follows', async () => {
    appointment = await seedAppointment(world, company, {
      tasks: [{ key: 'step-1', label: 'Gas is shut off', answer: 'check', required: true }],
    });
    const answer = await assign(appointment.id, { technicianId: company.rosa.id, plannedStartAt: at });
    expect(answer.body).toMatchObject({
      status: 'scheduled',
      day: '2026-05-12',
      version: 2,
      arrivalWindow: { from: '2026-05-12T13:30:00.000Z', to: '2026-05-12T15:30:00.000Z' },
      assignments: [{ technicianId: company.rosa.id, plannedStartAt: at, plannedEndAt: '2026-05-12T15:00:00.000Z' }],
    });
    expect(answer.headers['etag']).toBe('"2"');
    const order = await world.call({ path: `/v1/work-orders/${appointment.workOrderId}`, token: dispatcher });
    expect(order.body).toMatchObject({ workOrder: { status: 'scheduled' }, appointments: [{ id: appointment.id }] });
  });

  test('shows on the board of its day and in the day of its technician, and no longer waits', async () => {
    const path = `/v1/territories/${company.territory.id}/days/2026-05-12/board`;
    const board = await world.call({ path, token: dispatcher });
    expect(board.body).toMatchObject({ appointments: [{ id: appointment.id }], backlog: [], backlogTotal: 0 });
    const day = await world.call({ path: '/v1/my/days/today', token: rosa });
    expect(day.body).toMatchObject({
      day: '2026-05-12',
      appointments: [{ id: appointment.id }],
      legs: [{ to: appointment.place.location }],
      stock: [{ quantity: 5 }],
    });
  });

  test('goes its steps in order, and a step out of order is refused', async () => {
    expect((await step(appointment.id, 'on-site')).body).toMatchObject({ status: 409, code: 'wrong-state' });
    for (const to of ['dispatched', 'accepted', 'travelling', 'on-site']) {
      expect((await step(appointment.id, to)).body).toMatchObject({ status: to });
    }
  });

  test('cannot be completed while a required step has no answer', async () => {
    const refused = await step(appointment.id, 'completed');
    expect(refused.body).toMatchObject({ code: 'task-required', errors: [{ field: 'tasks.step-1' }] });
  });

  test('refuses an answer of another kind than the step asks for', async () => {
    const path = `/v1/appointments/${appointment.id}/tasks/step-1`;
    const refused = await world.call({ method: 'PUT', path, token: rosa, body: { value: 7 } });
    expect(refused.body).toMatchObject({ code: 'bad-input', errors: [{ field: 'body.value' }] });
  });

  test('is completed once the steps are answered, and is then in the file with its history', async () => {
    const path = `/v1/appointments/${appointment.id}/tasks/step-1`;
    aSecondLater();
    await world.call({ method: 'PUT', path, token: rosa, body: { value: true } });
    const done = await step(appointment.id, 'completed');
    expect(done.body).toMatchObject({ status: 'completed', outcome: { code: 'fixed' } });
    const file = await world.call({ path: `/v1/appointments/${appointment.id}`, token: rosa });
    const history = file.body['history'] as { event: string }[];
    expect(history.map(({ event }) => event)).toEqual([
      'appointment.scheduled',
      'appointment.dispatched',
      'appointment.accepted',
      'appointment.travelling',
      'appointment.on-site',
      'appointment.task-answered',
      'appointment.completed',
    ]);
    const order = await world.call({ path: `/v1/work-orders/${appointment.workOrderId}`, token: dispatcher });
    expect(order.body).toMatchObject({ workOrder: { status: 'completed' } });
  });
});

describe('work that ends early', () => {
  test('gives the rest of its time back and stays in the day of its technician', async () => {
    const early = await seedAppointment(world, company);
    const plannedStartAt = '2026-05-12T13:01:00.000Z';
    await assign(early.id, { technicianId: company.rosa.id, plannedStartAt });
    for (const to of ['dispatched', 'accepted', 'travelling', 'on-site']) await step(early.id, to);
    world.now = new Date('2026-05-12T13:20:00.000Z');
    expect((await step(early.id, 'completed')).body).toMatchObject({ status: 'completed' });
    const next = await seedAppointment(world, company, { durationSeconds: 1800 });
    const taken = await assign(next.id, { technicianId: company.rosa.id, plannedStartAt: world.now.toISOString() });
    expect(taken.status).toBe(200);
    const day = await world.call({ path: '/v1/my/days/2026-05-12', token: rosa });
    expect((day.body['appointments'] as Appointment[]).map(({ id }) => id)).toEqual(
      expect.arrayContaining([early.id, next.id]),
    );
    world.now = new Date('2026-05-12T13:00:00.000Z');
  });
});

describe('assigning', () => {
  test('refuses a time that is taken, with the appointment as it stands', async () => {
    const first = await seedAppointment(world, company);
    const second = await seedAppointment(world, company);
    const start = '2026-05-12T16:00:00.000Z';
    await assign(first.id, { technicianId: company.tomas.id, plannedStartAt: start });
    const refused = await assign(second.id, {
      technicianId: company.tomas.id,
      plannedStartAt: '2026-05-12T16:30:00.000Z',
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'double-booking', present: { id: second.id } } });
  });

  test('moved to another technician, the first one is free again', async () => {
    const moved = await seedAppointment(world, company);
    const next = await seedAppointment(world, company);
    const plannedStartAt = '2026-05-12T18:00:00.000Z';
    await assign(moved.id, { technicianId: company.rosa.id, plannedStartAt });
    const answer = await assign(moved.id, { technicianId: company.tomas.id, plannedStartAt });
    expect(answer.body).toMatchObject({ assignments: [{ technicianId: company.tomas.id }] });
    expect((await assign(next.id, { technicianId: company.rosa.id, plannedStartAt })).status).toBe(200);
  });

  test('taken back, it waits again and its time is free', async () => {
    const back = await seedAppointment(world, company);
    const plannedStartAt = '2026-05-12T19:30:00.000Z';
    await assign(back.id, { technicianId: company.rosa.id, plannedStartAt });
    const path = `/v1/appointments/${back.id}/unassign`;
    const answer = await world.call({ method: 'POST', path, token: dispatcher, body: {} });
    expect(answer.body).toMatchObject({ status: 'unscheduled', assignments: [] });
    const next = await seedAppointment(world, company);
    expect((await assign(next.id, { technicianId: company.rosa.id, plannedStartAt })).status).toBe(200);
  });

  test('refuses a start in the past by its field', async () => {
    const { id } = await seedAppointment(world, company);
    const refused = await assign(id, { technicianId: company.rosa.id, plannedStartAt: '2026-05-12T09:00:00.000Z' });
    expect(refused.body).toMatchObject({ status: 400, errors: [{ field: 'body.plannedStartAt' }] });
  });

  test('refuses a technician without the skill in words, and a soft rule unless it is broken knowingly', async () => {
    const skilled = await seedAppointment(world, company, {
      skillRequirements: [{ skillId: company.skill.id, level: 3 }],
    });
    const plannedStartAt = '2026-05-13T14:00:00.000Z';
    const refused = await assign(skilled.id, { technicianId: company.rosa.id, plannedStartAt });
    expect(refused.body).toMatchObject({ code: 'excluded', reason: 'skill-level-too-low' });
    expect(refused.body['detail']).toContain('Boilers');
    const late = await seedAppointment(world, company);
    const wish = { technicianId: company.rosa.id, plannedStartAt };
    expect((await assign(late.id, wish)).body).toMatchObject({ reason: 'after-due-time' });
    expect((await assign(late.id, { ...wish, despite: ['after-due-time'] })).status).toBe(200);
  });

  test('of fifty that race for overlapping times, none overlap in the end', async () => {
    const appointments = await Promise.all(Array.from({ length: 50 }, () => seedAppointment(world, company)));
    const answers = await Promise.all(
      appointments.map(({ id }, index) => {
        const minutes = String((index * 7) % 60).padStart(2, '0');
        const plannedStartAt = `2026-05-14T${13 + (index % 5)}:${minutes}:00.000Z`;
        return assign(id, { technicianId: company.rosa.id, plannedStartAt, despite: ['after-due-time', 'off-shift'] });
      }),
    );
    const won = answers.filter(({ status }) => status === 200).map(({ body }) => appointmentSchema.parse(body));
    const lost = answers.filter(({ status }) => status !== 200);
    expect(lost.every(({ body }) => ['double-booking', 'changed-meanwhile'].includes(String(body['code'])))).toBe(true);
    expect(won.length).toBeGreaterThan(2);
    const spans = won
      .flatMap(({ assignments }) => assignments)
      .sort((a, b) => a.plannedStartAt.localeCompare(b.plannedStartAt));
    for (const [index, span] of spans.entries()) {
      const next = spans[index + 1];
      if (next) expect(Date.parse(next.plannedStartAt)).toBeGreaterThanOrEqual(Date.parse(span.plannedEndAt));
    }
  }, 30_000);
});

describe('a change of what was not seen', () => {
  test('is refused with the present state when If-Match names an older version', async () => {
    const { id } = await seedAppointment(world, company);
    const body = { technicianId: company.tomas.id, plannedStartAt: '2026-05-12T20:00:00.000Z' };
    const refused = await assign(id, body, { 'if-match': '"9"' });
    expect(refused).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', present: { id, version: 1 } } });
    expect((await assign(id, body, { 'if-match': '"1"' })).status).toBe(200);
  });
});

test('nothing of this was a fault of ours', () => {
  expect(world.faults).toEqual([]);
});

describe('work that is done', () => {
  test('resolves the request that asked for it, with its history', async () => {
    world.now = new Date('2026-05-12T15:00:00.000Z');
    const body = {
      kind: 'fault',
      channel: 'phone',
      subject: 'No hot water',
      contact: { name: 'Ines Okafor', phone: '+16175550199' },
      place: (await seedAppointment(world, company)).place,
      workTypeId: company.workType.id,
    };
    const made = await world.call({ method: 'POST', path: '/v1/service-requests', token: dispatcher, body });
    expect(made.body).toMatchObject({ serviceRequest: { status: 'accepted' } });
    const id = String(made.body['appointmentId']);
    await assign(id, {
      technicianId: company.rosa.id,
      plannedStartAt: '2026-05-12T16:00:00.000Z',
      despite: ['part-not-on-van'],
    });
    for (const to of ['dispatched', 'accepted', 'travelling', 'on-site']) await step(id, to);
    const { appointment } = (await world.call({ path: `/v1/appointments/${id}`, token: rosa })).body as {
      appointment: Appointment;
    };
    for (const { key } of appointment.tasks.filter(({ required }) => required)) {
      await world.call({
        method: 'PUT',
        path: `/v1/appointments/${id}/tasks/${key}`,
        token: rosa,
        body: { value: true },
      });
    }
    expect((await step(id, 'completed')).body).toMatchObject({ status: 'completed' });
    const path = `/v1/service-requests/${appointment.serviceRequestId}`;
    const request = await world.call({ path, token: dispatcher });
    expect(request.body).toMatchObject({ serviceRequest: { status: 'resolved' } });
    const history = request.body['history'] as { event: string }[];
    expect(history.map(({ event }) => event)).toContain('service-request.resolved');
  });
});
