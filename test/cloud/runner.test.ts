import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { cloudProgram } from '../../infra/local/cloud/cloud-program.ts';
import type { Local } from '../../infra/local/local-options.ts';
import { startLocal } from '../../infra/local/local.ts';
import { getBoard } from '../../shared/protocol/endpoints/board.ts';
import { cloudAssembly } from './cloud-assembly.ts';

// The product from what `cdk synth` made and nothing else: bundles in processes of their own, joined by the templates.

const day = '2026-05-12';

describe('the cloud application on this machine', () => {
  let folder: string;
  let local: Local;
  let north = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fieldline-cloud-'));
    const options = { port: 0, folder, clock: `${day}T14:00:00.000Z`, simulator: false, say: () => {} };
    local = await startLocal(options, cloudProgram(await cloudAssembly()));
    [north = ''] = local.demonstration.territoryIds;
  });
  afterAll(async () => {
    await local.stop();
    await rm(folder, { recursive: true });
  });

  const asked = async (path: string, body?: unknown, account = 'dispatcher') => {
    const headers = { authorization: `Bearer ${await local.token(account)}`, 'content-type': 'application/json' };
    const answer = await fetch(local.url + path, {
      headers,
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: (await answer.json()) as Record<string, unknown>, headers: answer.headers };
  };
  const board = async () => getBoard.response.parse((await asked(`/v1/territories/${north}/days/${day}/board`)).json);
  const reported = async (subject: string) => {
    const [like] = (await board()).backlog;
    if (!like) throw new Error('nothing waits');
    const { json } = await asked('/v1/service-requests', {
      kind: 'fault',
      channel: 'phone',
      subject,
      contact: { name: 'Walter Finch', email: 'walter@example.com' },
      place: like.place,
      workTypeId: like.workTypeId,
    });
    return String(json['appointmentId']);
  };

  it('lets nobody past the gateway whose token is missing, spoilt or of another client', async () => {
    const token = await local.token('dispatcher');
    const answers = await Promise.all(
      ['', 'Bearer ', `Bearer ${token.slice(0, -4)}AAAA`, 'Bearer a.b.c'].map((authorization) =>
        fetch(`${local.url}/v1/territories`, { headers: { authorization } }),
      ),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      // The gateway's own words: no function was asked.
      expect(await answer.json()).toEqual({ message: 'Unauthorized' });
    }
  });

  it('leaves customers to the function, which verifies their sessions itself', async () => {
    const answer = await fetch(`${local.url}/v1/report`, { headers: { authorization: 'Bearer nobody' } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'unauthenticated' });
  });

  it('has no way to what the templates do not route', async () => {
    expect(await asked('/v1/nothing')).toMatchObject({ status: 404, json: { message: 'Not Found' } });
  });

  it('makes tokens that carry what the identity function of the pool puts into them', async () => {
    const claims = decodeJwt(await local.token('technician'));
    expect(claims).toMatchObject({
      name: 'Ana Ribeiro',
      'custom:tenant': local.demonstration.tenantId,
      'custom:technician': local.demonstration.technicianIds[0],
    });
    expect((await asked('/v1/my/days/today', undefined, 'technician')).status).toBe(200);
  });

  it('shows the day of the territory, and the other company sees nothing of it', async () => {
    const { rows, appointments, backlog } = await board();
    expect(Math.min(rows.length, appointments.length, backlog.length)).toBeGreaterThan(0);
    const foreign = await asked(`/v1/territories/${north}/days/${day}/board`, undefined, 'other-dispatcher');
    expect(foreign.status).toBe(404);
  });

  it('tells consoles over the socket what changed, and answers their heartbeats', async () => {
    const { json } = await asked('/v1/live/tickets', { territoryIds: [north] });
    expect(json['url']).toMatch(local.url.replace('http', 'ws'));
    const socket = new WebSocket(String(json['url']), { origin: local.url });
    const heard: { type?: string }[] = [];
    socket.on('message', (data) => heard.push(JSON.parse(data.toString()) as { type?: string }));
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    socket.send('{"action":"ping"}');
    await expect.poll(() => heard.map(({ type }) => type)).toContain('pong');
    const appointmentId = await reported('The radiator hisses');
    await expect.poll(() => JSON.stringify(heard), { timeout: 20_000 }).toContain(appointmentId);
    socket.close();
  });

  it('lets no socket in without a ticket or from a foreign page', async () => {
    const { json } = await asked('/v1/live/tickets', { territoryIds: [north] });
    const refusal = (url: string, origin: string) =>
      new Promise((resolve) => {
        const socket = new WebSocket(url, { origin });
        socket.once('unexpected-response', (_request, answer) => resolve(answer.statusCode));
        socket.once('open', () => resolve('open'));
      });
    expect(await refusal(String(json['url']), 'https://evil.example')).toBe(403);
    expect(await refusal(`${local.url.replace('http', 'ws')}/live`, local.url)).toBe(401);
  });

  it('writes to the customer when work is booked, with a link to this very place', async () => {
    const appointmentId = await reported('No hot water');
    const { json } = await asked(`/v1/appointments/${appointmentId}/candidates?day=${day}`);
    const [best] = json['candidates'] as { technicianId: string; plannedStartAt: string }[];
    const { technicianId, plannedStartAt } = best ?? {};
    const assigned = await asked(`/v1/appointments/${appointmentId}/assign`, { technicianId, plannedStartAt });
    expect(assigned.status).toBe(200);
    await local.settled();
    const outbox = await (await fetch(`${local.url}/local/outbox.json`)).json();
    const letter = (outbox as { messages: { to: string; text: string }[] }).messages.find(
      ({ to }) => to === 'walter@example.com',
    );
    expect(letter?.text).toContain(`${local.url}/customer/#`);
  });

  it('plans a day through the queue', async () => {
    const { json, status } = await asked(`/v1/territories/${north}/days/${day}/plans`, {});
    expect(status).toBe(202);
    await local.settled();
    const plan = await asked(`/v1/plans/${String(json['id'])}`);
    expect(JSON.stringify(plan.json)).toContain('"status":"proposed"');
  });

  it('serves the pages that the templates deploy', async () => {
    const page = await fetch(`${local.url}/dispatch/`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('<script type="module"');
  });
});
