import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { AppointmentPlace } from '../../../shared/protocol/endpoints/appointment-moves.ts';
import { aCompany, seedAppointment, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
let dispatcher = '';
const company = aCompany();
const tenantId = company.tenant.id;
const { rosa, tomas, territory } = company;

beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, company);
  dispatcher = await world.token({ tenantId, roles: ['dispatcher'] });
});
afterAll(() => world.close());

const anyHour: AppointmentPlace['despite'] & object = [
  'part-not-on-van',
  'after-due-time',
  'outside-arrival-window',
  'off-shift',
];
type Move = readonly [Appointment, AppointmentPlace | null];
const at = (day: number, hour: number) => `2026-05-${day}T${hour}:00:00.000Z`;
const place = (
  technicianId: string,
  plannedStartAt: string,
  more: Partial<AppointmentPlace> = {},
): AppointmentPlace => ({
  technicianIds: [technicianId],
  plannedStartAt,
  despite: ['part-not-on-van', 'after-due-time', 'outside-arrival-window'],
  ...more,
});
const move = async (...moves: readonly Move[]) => {
  const body = { moves: moves.map(([{ id, version }, to]) => ({ appointmentId: id, version, to })) };
  const answer = await world.call({ method: 'POST', path: '/v1/appointment-moves', token: dispatcher, body });
  return { ...answer, appointments: (answer.body['appointments'] ?? []) as Appointment[] };
};
const placed = async (...to: readonly AppointmentPlace[]): Promise<Appointment[]> => {
  const waiting = await Promise.all(to.map(() => seedAppointment(world, company)));
  const answer = await move(...waiting.map((one, i): Move => [one, to[i] ?? null]));
  expect(answer.status).toBe(200);
  return answer.appointments;
};
const standing = async (id: string): Promise<Appointment> => {
  const { body } = await world.call({ path: `/v1/appointments/${id}`, token: dispatcher });
  return body['appointment'] as Appointment;
};

describe('moves that are made together', () => {
  test('let two appointments change places, which none of them could alone', async () => {
    const [first, second] = await placed(place(rosa.id, at(12, 18)), place(tomas.id, at(12, 19)));
    if (!first || !second) throw new Error('two were placed');
    const alone = await move([first, place(tomas.id, at(12, 19))]);
    expect(alone.body).toMatchObject({ code: 'double-booking' });
    const swapped = await move([first, place(tomas.id, at(12, 19))], [second, place(rosa.id, at(12, 18))]);
    expect(swapped.appointments.map(({ assignments }) => assignments[0]?.technicianId)).toEqual([tomas.id, rosa.id]);
  });

  test('are refused as a whole where one of them is', async () => {
    const [first, second] = await placed(place(rosa.id, at(13, 14)), place(rosa.id, at(13, 16)));
    if (!first || !second) throw new Error('two were placed');
    const refused = await move([first, place(rosa.id, at(13, 18))], [second, place(rosa.id, at(13, 18))]);
    expect(refused.body).toMatchObject({ code: 'double-booking' });
    expect(await standing(first.id)).toEqual(first);
  });

  test('are refused where another changed one of them meanwhile', async () => {
    const [first] = await placed(place(rosa.id, at(14, 14)));
    if (!first) throw new Error('one was placed');
    await move([first, place(rosa.id, at(14, 15))]);
    const late = await move([first, place(rosa.id, at(14, 17))]);
    expect(late.body).toMatchObject({
      code: 'changed-meanwhile',
      present: { id: first.id, version: first.version + 1 },
    });
  });

  test('make an appointment longer, as far as the time is free', async () => {
    const [first, next] = await placed(place(rosa.id, at(15, 14)), place(rosa.id, at(15, 17)));
    if (!first || !next) throw new Error('two were placed');
    const longer = await move([first, place(rosa.id, at(15, 14), { durationSeconds: 2 * 3600 })]);
    expect(longer.appointments[0]).toMatchObject({
      durationSeconds: 7200,
      assignments: [{ plannedEndAt: at(15, 16) }],
    });
    const tooLong = await move([
      longer.appointments[0] ?? first,
      place(rosa.id, at(15, 14), { durationSeconds: 4 * 3600 }),
    ]);
    expect(tooLong.body).toMatchObject({ code: 'double-booking' });
  });

  test('send a crew, whose time is taken for each of them', async () => {
    const [crew] = await placed({ ...place(rosa.id, at(18, 14)), technicianIds: [rosa.id, tomas.id] });
    expect(crew?.assignments.map(({ technicianId }) => technicianId)).toEqual([rosa.id, tomas.id]);
    const other = await seedAppointment(world, company);
    expect((await move([other, place(tomas.id, at(18, 14))])).body).toMatchObject({ code: 'double-booking' });
    const apart = await move([crew ?? other, place(rosa.id, at(18, 14))], [other, place(tomas.id, at(18, 14))]);
    expect(apart.status).toBe(200);
  });

  test('tell anew when one joins a crew, and not when one leaves it', async () => {
    const [alone] = await placed(place(rosa.id, at(18, 20)));
    if (!alone) throw new Error('one was placed');
    const sized = await world.call({
      method: 'POST',
      path: `/v1/appointments/${alone.id}/crew-size`,
      token: dispatcher,
      body: { crewSize: 2 },
    });
    expect(sized.body).toMatchObject({ crewSize: 2, assignments: alone.assignments });
    const dispatch = async () =>
      world.call({
        method: 'POST',
        path: `/v1/appointments/${alone.id}/status`,
        token: dispatcher,
        body: { to: 'dispatched' },
      });
    expect((await dispatch()).body).toMatchObject({ code: 'wrong-state', reason: 'crew-incomplete' });
    const crew = { ...place(rosa.id, at(18, 20)), technicianIds: [rosa.id, tomas.id] };
    const [both] = (await move([await standing(alone.id), crew])).appointments;
    expect(both).toMatchObject({ status: 'scheduled' });
    expect((await dispatch()).body).toMatchObject({ status: 'dispatched' });
    const [left] = (await move([await standing(alone.id), place(tomas.id, at(18, 20))])).appointments;
    expect(left).toMatchObject({ status: 'dispatched', assignments: [{ technicianId: tomas.id }] });
    const [again] = (await move([left ?? alone, crew])).appointments;
    expect(again?.status).toBe('scheduled');
  });

  test('let only one of two dispatchers complete a crew, who both saw that one was missing', async () => {
    const [alone] = await placed(place(rosa.id, at(21, 19)));
    if (!alone) throw new Error('one was placed');
    const crew = { ...place(rosa.id, at(21, 19)), technicianIds: [rosa.id, tomas.id] };
    const answers = await Promise.all([move([alone, crew]), move([alone, crew]), move([alone, crew])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await standing(alone.id)).assignments.map(({ technicianId }) => technicianId)).toEqual([rosa.id, tomas.id]);
  });

  test('keep the order of divided work, unless somebody knowingly breaks it', async () => {
    const long = await seedAppointment(world, company, { durationSeconds: 36_000 });
    const split = { path: `/v1/appointments/${long.id}/split`, body: { longestSeconds: 18_000 } };
    const { body } = await world.call({ method: 'POST', ...split, token: dispatcher });
    const [first, second] = body['appointments'] as Appointment[];
    if (!first || !second) throw new Error('it was divided');
    const alone = await move([second, place(rosa.id, at(20, 14), { despite: anyHour })]);
    expect(alone.body).toMatchObject({ code: 'excluded', reason: 'out-of-order' });
    const across = await move(
      [first, place(rosa.id, at(20, 16), { despite: anyHour })],
      [second, place(tomas.id, at(20, 14), { despite: anyHour })],
    );
    expect(across.body).toMatchObject({ reason: 'out-of-order' });
    const inOrder = await move(
      [first, place(rosa.id, at(20, 12), { despite: anyHour })],
      [second, place(rosa.id, at(20, 18), { despite: anyHour })],
    );
    expect(inOrder.status).toBe(200);
    const [stands] = inOrder.appointments;
    if (!stands) throw new Error('both were placed');
    expect((await move([stands, place(tomas.id, at(20, 15), { despite: anyHour })])).body).toMatchObject({
      reason: 'out-of-order',
    });
    expect((await move([stands, place(tomas.id, at(20, 15), { despite: [...anyHour, 'out-of-order'] })])).status).toBe(
      200,
    );
  });

  test('join divided work again, and its work order goes on', async () => {
    const long = await seedAppointment(world, company, { durationSeconds: 36_000 });
    const post = (path: string, body: object) => world.call({ method: 'POST', path, body, token: dispatcher });
    const { body } = await post(`/v1/appointments/${long.id}/split`, { longestSeconds: 18_000 });
    const [, second] = body['appointments'] as Appointment[];
    const joined = await post(`/v1/appointments/${second?.id}/join`, {});
    expect(joined.body).toMatchObject({
      appointments: [
        { id: long.id, durationSeconds: 36_000, status: 'unscheduled' },
        { id: second?.id, status: 'cancelled' },
      ],
    });
    const order = await world.call({ path: `/v1/work-orders/${long.workOrderId}`, token: dispatcher });
    expect(order.body).toMatchObject({ workOrder: { status: 'new' } });
  });

  test('put appointments back among the unscheduled, and their time is free again', async () => {
    const [first] = await placed(place(rosa.id, at(19, 14)));
    if (!first) throw new Error('one was placed');
    const [after] = (await move([first, null])).appointments;
    expect(after).toMatchObject({ status: 'unscheduled', assignments: [] });
    await placed(place(rosa.id, at(19, 14)));
  });
});

test('a board of several days shows them all, with the shifts of each', async () => {
  await placed(place(rosa.id, at(20, 14)), place(rosa.id, at(21, 14)));
  const path = `/v1/territories/${territory.id}/days/2026-05-20/board`;
  const { body } = await world.call({ path: `${path}?days=2`, token: dispatcher });
  const days = (body['appointments'] as Appointment[]).map(({ day }) => day);
  expect(new Set(days)).toEqual(new Set(['2026-05-20', '2026-05-21']));
  const row = (body['rows'] as { technicianId: string; shifts: object[]; taken: object[] }[]).find(
    ({ technicianId }) => technicianId === rosa.id,
  );
  expect(row?.shifts).toHaveLength(2);
  expect(row?.taken).toEqual([]);
  expect((await world.call({ path: `${path}?days=8`, token: dispatcher })).status).toBe(400);
});
