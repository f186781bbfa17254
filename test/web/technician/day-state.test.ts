import { beforeEach, describe, expect, it } from 'vitest';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { createApi } from '../../../web/api/api.ts';
import { noSession } from '../../../web/api/session.ts';
import { DayState } from '../../../web/technician/day-state.svelte.ts';
import { anAssignedAppointment } from '../../builders/an-appointment.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { anId } from '../../builders/an-id.ts';
import { json, problem } from '../api/a-server.ts';

const technician = aTechnician();
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** The server as this page sees it: routes by "METHOD path". */
const aDay = (routes: Record<string, () => Response | undefined>) => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const key = `${init?.method ?? 'GET'} ${String(input)}`;
    asked.push(key);
    const answer = routes[key]?.();
    if (answer === undefined) throw new TypeError('fetch failed');
    return answer;
  };
  return { day: new DayState(createApi({ session: noSession, fetch, pause: async () => {} })), asked };
};

const myDay = (stops: Appointment[]) =>
  json(
    {
      day: '2026-05-12',
      timeZone: 'America/New_York',
      technician,
      shifts: [],
      appointments: stops,
      legs: [],
      stock: [],
      parts: [],
    },
    200,
    { 'fieldline-time': '2026-05-12T14:00:00.000Z' },
  );

describe('The day on the phone', () => {
  let stop: Appointment;
  beforeEach(() => {
    stop = anAssignedAppointment(technician.id, '2026-05-12T14:30:00.000Z', { status: 'accepted', version: 3 });
  });
  const today = 'GET /v1/my/days/today';
  const status = () => `POST /v1/appointments/${stop.id}/status`;

  it('shows what the server confirmed, and when', async () => {
    const { day } = aDay({ [today]: () => myDay([stop]) });
    await day.refresh();
    expect(day.stops).toEqual([stop]);
    expect(new Date(day.heardAt ?? 0).toISOString().slice(0, 16)).toBe('2026-05-12T14:00');
    expect(day.trouble).toBeUndefined();
  });

  it('stays in sight when the network goes, and says so', async () => {
    let up = true;
    const { day } = aDay({ [today]: () => (up ? myDay([stop]) : undefined) });
    await day.refresh();
    up = false;
    await day.refresh();
    expect(day.stops).toEqual([stop]);
    expect(day.trouble).toBe('offline');
  });

  it('changes a status only when the server has answered', async () => {
    const { day } = aDay({
      [today]: () => myDay([stop]),
      [status()]: () => json({ ...stop, status: 'travelling', version: 4 }),
    });
    await day.refresh();
    day.setStatus(stop.id, 'travelling');
    expect(day.stop(stop.id)?.status).toBe('accepted');
    await settled();
    expect(day.stop(stop.id)?.status).toBe('travelling');
    expect(day.outbox.count).toBe(0);
  });

  it('does not fall back to an older version that was asked for before', async () => {
    const { day } = aDay({
      [today]: () => myDay([stop]),
      [status()]: () => json({ ...stop, status: 'travelling', version: 4 }),
    });
    await day.refresh();
    day.setStatus(stop.id, 'travelling');
    await settled();
    await day.refresh();
    expect(day.stop(stop.id)?.status).toBe('travelling');
  });

  it('sends what waited once the server answers again', async () => {
    let up = false;
    const { day } = aDay({
      [today]: () => (up ? myDay([stop]) : undefined),
      [status()]: () => (up ? json({ ...stop, status: 'travelling', version: 4 }) : undefined),
    });
    day.setStatus(stop.id, 'travelling');
    await settled();
    expect(day.outbox.waits).toBe(true);
    up = true;
    await day.refresh();
    await settled();
    expect(day.outbox.count).toBe(0);
    expect(day.stop(stop.id)?.status).toBe('travelling');
  });

  it('reads the van again after a refused part, so that the figure it names is true', async () => {
    const partId = anId('part');
    const { day, asked } = aDay({
      [today]: () => myDay([stop]),
      [`POST /v1/appointments/${stop.id}/part-usages`]: () => problem('stock-too-low', 409),
    });
    await day.refresh();
    day.usePart(stop.id, partId, 3);
    await settled();
    expect(day.outbox.unsent).toMatchObject([{ target: partId, value: 3, state: 'refused' }]);
    expect(asked.filter((one) => one === today)).toHaveLength(2);
  });

  it.each([
    ['unauthenticated', 401, 'signed-out'],
    ['not-allowed', 403, 'no-technician'],
    ['fault', 500, 'fault'],
  ])('says in its own words what %s means', async (code, httpStatus, trouble) => {
    const { day } = aDay({ [today]: () => problem(code, httpStatus) });
    await day.refresh();
    expect(day.trouble).toBe(trouble);
  });

  it('names a photo by its content and puts the file where the server says', async () => {
    const photos = `POST /v1/appointments/${stop.id}/photos`;
    const { day, asked } = aDay({
      [today]: () => myDay([stop]),
      [photos]: () => json({ photo: {}, upload: { url: '/put-here', method: 'PUT', headers: {} } }, 201),
    });
    // The upload goes past the API, with the browser's own fetch.
    const put: string[] = [];
    const real = globalThis.fetch;
    globalThis.fetch = async (input) => {
      put.push(String(input));
      return new Response(null);
    };
    try {
      day.addPhoto(stop.id, new Blob(['abc']), 'blob:preview');
      await expect.poll(() => day.outbox.count).toBe(0);
    } finally {
      globalThis.fetch = real;
    }
    expect(asked).toContain(photos);
    expect(put).toEqual(['/put-here']);
  });
});

it('An appointment that was given to someone else is no trouble of the whole day', async () => {
  const { day } = aDay({ 'GET /v1/appointments/ap_1': () => problem('not-found', 404) });
  await day.openFile('ap_1');
  expect(day.trouble).toBeUndefined();
  expect(day.stop('ap_1')).toBeUndefined();
});
