import { describe, expect, it } from 'vitest';
import { addNote, getAppointmentFile, revokeVisitLinks } from '../../../shared/protocol/endpoints/appointment-files.ts';
import { assignAppointment } from '../../../shared/protocol/endpoints/appointments.ts';
import { getBoard, getLiveChanges } from '../../../shared/protocol/endpoints/board.ts';
import { ApiProblem } from '../../../web/api/api-problem.ts';
import { createApi, type ApiDeps } from '../../../web/api/api.ts';
import { NetworkDown } from '../../../web/api/network-down.ts';
import { ServerClock } from '../../../web/api/server-clock.ts';
import { fixedSession, noSession } from '../../../web/api/session.ts';
import { anId } from '../../builders/an-id.ts';
import { aServer, json, problem } from './a-server.ts';

const appointmentId = anId('appointment');
const params = { appointmentId };
const note = { params, body: { text: 'gas is off' } };
const noWait = async () => {};
const apiOver = (fetch: typeof globalThis.fetch, more: Partial<ApiDeps> = {}) =>
  createApi({ session: noSession, fetch, pause: noWait, ...more });

describe('A call', () => {
  it('fills in the path and the query and brings the answer', async () => {
    const server = aServer(json({ frames: [], complete: true }));
    const territoryId = anId('territory');
    const answer = await apiOver(server.fetch).call(getLiveChanges, { params: { territoryId }, query: { after: 7 } });
    expect(answer).toEqual({ frames: [], complete: true });
    expect(server.asked[0]?.url).toBe(`/v1/territories/${territoryId}/live?after=7`);
  });

  it('cannot be led to another address by a parameter', async () => {
    const server = aServer(json({}));
    await apiOver(server.fetch).call(getBoard, {
      params: { territoryId: '../../evil?x', day: '2026-05-12' },
      query: {},
    });
    expect(server.asked[0]?.url).toBe('/v1/territories/..%2F..%2Fevil%3Fx/days/2026-05-12/board');
  });

  it('carries the token of who asks', async () => {
    const server = aServer(json({}));
    await apiOver(server.fetch, { session: fixedSession('abc') }).call(getAppointmentFile, { params });
    expect(server.asked[0]?.headers.get('authorization')).toBe('Bearer abc');
  });

  it('that changes a version names it', async () => {
    const server = aServer(json({}));
    const body = { technicianId: anId('technician'), plannedStartAt: '2026-05-12T13:00:00.000Z' };
    await apiOver(server.fetch).call(assignAppointment, { params, body }, { ifMatch: 4 });
    expect(server.asked[0]?.headers.get('if-match')).toBe('"4"');
  });

  it('without an answer body brings nothing', async () => {
    const server = aServer(new Response(null, { status: 204 }));
    expect(await apiOver(server.fetch).call(revokeVisitLinks, { params })).toBeUndefined();
  });
});

describe('A write whose answer is lost', () => {
  it('is repeated with the same key until the answer comes', async () => {
    const server = aServer(undefined, undefined, json({ id: 'no_1' }, 201));
    await apiOver(server.fetch).call(addNote, note);
    const keys = server.asked.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('uses the key it is given', async () => {
    const server = aServer(json({}, 201));
    await apiOver(server.fetch).call(addNote, note, { idempotencyKey: 'mine' });
    expect(server.asked[0]?.headers.get('idempotency-key')).toBe('mine');
  });

  it('gives up after four tries and says that the network is down', async () => {
    const server = aServer(undefined);
    await expect(apiOver(server.fetch).call(addNote, note)).rejects.toBeInstanceOf(NetworkDown);
    expect(server.asked).toHaveLength(4);
  });

  it('waits longer before each try', async () => {
    const waited: number[] = [];
    const server = aServer(undefined);
    const api = apiOver(server.fetch, { pause: async (milliseconds) => void waited.push(milliseconds) });
    await expect(api.call(addNote, note)).rejects.toBeInstanceOf(NetworkDown);
    expect(waited).toEqual([...waited].sort((a, b) => a - b));
    expect(new Set(waited).size).toBe(3);
  });

  it('is repeated when the server is away for a moment', async () => {
    const server = aServer(problem('unavailable', 503), json({ id: 'no_1' }, 201));
    expect(await apiOver(server.fetch).call(addNote, note)).toEqual({ id: 'no_1' });
  });

  it('is not repeated when the caller gave up', async () => {
    const server = aServer(undefined);
    const signal = AbortSignal.abort(new Error('left the page'));
    await expect(apiOver(server.fetch).call(addNote, note, { signal })).rejects.toThrow('left the page');
    expect(server.asked).toHaveLength(1);
  });
});

describe('A read', () => {
  it('carries no key and is asked once more after a lost network', async () => {
    const server = aServer(undefined);
    await expect(apiOver(server.fetch).call(getAppointmentFile, { params })).rejects.toBeInstanceOf(NetworkDown);
    expect(server.asked).toHaveLength(2);
    expect(server.asked[0]?.headers.has('idempotency-key')).toBe(false);
  });
});

describe('A refusal', () => {
  it('is thrown at once with its problem details', async () => {
    const errors = [{ field: 'body.contact.phone', message: 'expected a phone number' }];
    const server = aServer(problem('bad-input', 400, { errors }));
    const refused = await apiOver(server.fetch)
      .call(addNote, note)
      .catch((fault: unknown) => fault);
    expect(refused).toBeInstanceOf(ApiProblem);
    if (!(refused instanceof ApiProblem)) return;
    expect(refused.code).toBe('bad-input');
    expect(refused.fieldError('contact.phone')?.message).toBe('expected a phone number');
    expect(refused.fieldError('contact')?.message).toBe('expected a phone number');
    expect(refused.fieldError('contact.ph')).toBeUndefined();
    expect(server.asked).toHaveLength(1);
  });

  it('without problem details becomes the nearest one', async () => {
    const server = aServer(new Response('<h1>Too large</h1>', { status: 413 }));
    await expect(apiOver(server.fetch).call(addNote, note)).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('A token that is refused', () => {
  const session = (renewals: boolean[]) => {
    let token = 'old';
    return {
      token: async () => token,
      renew: async () => {
        token = 'new';
        return renewals.shift() ?? false;
      },
    };
  };

  it('is renewed once and the call repeated with the same key', async () => {
    const server = aServer(problem('unauthenticated', 401), json({ id: 'no_1' }, 201));
    await apiOver(server.fetch, { session: session([true]) }).call(addNote, note);
    const [first, second] = server.asked.map(({ headers }) => headers);
    expect([first?.get('authorization'), second?.get('authorization')]).toEqual(['Bearer old', 'Bearer new']);
    expect(first?.get('idempotency-key')).toBe(second?.get('idempotency-key'));
  });

  it('and refused again ends the call', async () => {
    const server = aServer(problem('unauthenticated', 401));
    const api = apiOver(server.fetch, { session: session([true, true, true]) });
    await expect(api.call(addNote, note)).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(server.asked).toHaveLength(2);
  });
});

describe("The server's time", () => {
  it('is heard from every answer, refusals too', async () => {
    const device = () => Date.parse('2020-01-01T00:00:00Z');
    const clock = new ServerClock(device);
    clock.hear('2026-05-12T14:00:00.000Z', device());
    expect(new Date(clock.now()).toISOString()).toBe('2026-05-12T14:00:00.000Z');

    const told = { 'fieldline-time': '2040-01-01T00:00:00.000Z' };
    const server = aServer(json({ title: 'x', status: 404, code: 'not-found' }, 404, told));
    const api = apiOver(server.fetch);
    await expect(api.call(addNote, note)).rejects.toBeInstanceOf(ApiProblem);
    expect(new Date(api.serverNow()).getUTCFullYear()).toBe(2040);
  });

  it('stays what it was when an answer tells none', () => {
    const clock = new ServerClock(() => 1_000);
    clock.hear(null, 1_000);
    clock.hear('yesterday', 1_000);
    expect(clock.now()).toBe(1_000);
  });
});
