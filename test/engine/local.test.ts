import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allTenantIds } from '../../functions/store/questions/for-the-clock.ts';
import { createTable } from '../../functions/store/table-client.ts';
import { startLocal } from '../../infra/local/local.ts';
import type { Local, LocalOptions } from '../../infra/local/local-options.ts';
import { getBoard } from '../../shared/protocol/endpoints/board.ts';
import { createReport } from '../../shared/protocol/endpoints/service-requests.ts';
import { getMyDay } from '../../shared/protocol/endpoints/technician-day.ts';
import { openLink } from '../../shared/protocol/endpoints/visit.ts';

let folder = '';
let local: Local;
const options = (): LocalOptions => ({
  port: 0,
  folder,
  clock: '2026-11-24T15:00:00.000Z',
  simulator: false,
  web: false,
  say: () => {},
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldline-local-'));
  local = await startLocal(options());
});
afterAll(async () => {
  await local.stop();
  await rm(folder, { recursive: true });
});

const asked = async (account: string, path: string, body?: unknown): Promise<unknown> => {
  const headers = { authorization: `Bearer ${await local.token(account)}`, 'content-type': 'application/json' };
  const response = await fetch(
    local.url + path,
    body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
  );
  expect(response.ok, `${path}: ${response.status}`).toBe(true);
  return response.json();
};
const boardOf = async (territoryId: string) =>
  getBoard.response.parse(await asked('dispatcher', `/v1/territories/${territoryId}/days/2026-11-24/board`));

test('a dispatcher finds the running day of all four territories', async () => {
  const boards = await Promise.all(local.demonstration.territoryIds.map(boardOf));
  expect(boards).toHaveLength(4);
  for (const { rows, appointments, backlog } of boards) {
    expect(Math.min(rows.length, appointments.length, backlog.length)).toBeGreaterThan(0);
  }
});

test('the first technician finds his stops with the way between them', async () => {
  const day = getMyDay.response.parse(await asked('technician', '/v1/my/days/today'));
  expect(day.day).toBe('2026-11-24');
  expect(day.technician.name).toBe('Ana Ribeiro');
  expect(day.legs).toHaveLength(day.appointments.length);
});

test('the other company sees nothing of it', async () => {
  const [territoryId = ''] = local.demonstration.territoryIds;
  const headers = { authorization: `Bearer ${await local.token('other-dispatcher')}` };
  const answer = await fetch(`${local.url}/v1/territories/${territoryId}/days/2026-11-24/board`, { headers });
  expect(answer.status).toBe(404);
});

test('the clock goes through both companies', async () => {
  const client = new DynamoDBClient({
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: local.engine.requestHandler(),
  });
  const tenants = await allTenantIds(createTable({ client, tableName: local.tableName }));
  expect(tenants).toHaveLength(2);
  expect(tenants).toContain(local.demonstration.tenantId);
});

test('a customer reports through the printed link, and the dispatcher gets it as unscheduled work', async () => {
  const token = local.reportLink.split('#')[1] ?? '';
  const post = async (path: string, body: unknown, session?: string): Promise<unknown> => {
    const headers = {
      'content-type': 'application/json',
      ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
    };
    return (await fetch(local.url + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  };
  const { session, scope } = openLink.response.parse(await post(openLink.path, { token }));
  expect(scope).toBe('report');
  const headers = { authorization: `Bearer ${session}` };
  const form = (await (await fetch(`${local.url}/v1/report`, { headers })).json()) as {
    workTypes: { id: string; name: string }[];
  };
  const leak = form.workTypes.find(({ name }) => name === 'Leak repair');
  const report = {
    kind: 'fault',
    subject: 'Water on the cellar floor',
    contact: { name: 'Ines Okafor', email: 'ines@example.com' },
    place: { location: [-71.0605, 42.3555], addressText: '3 School St, Boston' },
    workTypeId: leak?.id,
  };
  createReport.response.parse(await post(createReport.path, report, session));
  const [north = ''] = local.demonstration.territoryIds;
  expect((await boardOf(north)).backlog.map(({ subject }) => subject)).toContain('Water on the cellar floor');
});

test('the pages of this machine carry the strict security policy', async () => {
  for (const path of ['/', '/local/outbox']) {
    const { status, headers } = await fetch(local.url + path);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  }
});

test('a request under a foreign host name is refused', async () => {
  const { request } = await import('node:http');
  const { port } = new URL(local.url);
  const status = await new Promise((resolve) => {
    request({ port, host: '127.0.0.1', path: '/', headers: { host: 'evil.example' } }, (answer) =>
      resolve(answer.statusCode),
    ).end();
  });
  expect(status).toBe(421);
});

test('a second Fieldline on the same folder is refused in words', async () => {
  await expect(startLocal(options())).rejects.toThrow('Another Fieldline runs on');
});

test('a port that is taken is told plainly', async () => {
  const other = await mkdtemp(join(tmpdir(), 'fieldline-local-'));
  const port = Number(new URL(local.url).port);
  await expect(startLocal({ ...options(), folder: other, port })).rejects.toThrow(`Port ${port} is taken`);
  await rm(other, { recursive: true });
});

test('a restart keeps what was there, the web form link included', async () => {
  const { reportLink, demonstration } = local;
  const [north = ''] = demonstration.territoryIds;
  const before = await boardOf(north);
  await local.stop();
  local = await startLocal(options());
  expect(local.demonstration).toEqual(demonstration);
  expect(local.reportLink.split('#')[1]).toBe(reportLink.split('#')[1]);
  expect((await boardOf(north)).appointments).toEqual(before.appointments);
});
