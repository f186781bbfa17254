import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startLocal } from '../../infra/local/local.ts';
import type { Local } from '../../infra/local/local-options.ts';
import type { Appointment } from '../../shared/model/appointment.ts';
import { getBoard } from '../../shared/protocol/endpoints/board.ts';

// The folder is made at 10:00; the simulated technicians wake up at 13:00 and have three hours to make up for.
let folder = '';
let local: Local;
const options = (clock: string, simulator: boolean) => ({
  port: 0,
  folder,
  clock,
  simulator,
  web: false,
  say: () => {},
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldline-simulator-'));
  local = await startLocal(options('2026-11-24T15:00:00.000Z', false));
  before = await appointments();
  await local.stop();
  local = await startLocal(options('2026-11-24T18:00:00.000Z', true));
});
afterAll(async () => {
  await local.stop();
  await rm(folder, { recursive: true });
});

let before: Appointment[] = [];
const boards = async () => {
  const headers = { authorization: `Bearer ${await local.token('dispatcher')}` };
  return Promise.all(
    local.demonstration.territoryIds.map(async (id) => {
      const answer = await fetch(`${local.url}/v1/territories/${id}/days/2026-11-24/board`, { headers });
      return getBoard.response.parse(await answer.json());
    }),
  );
};
const appointments = async () => (await boards()).flatMap((board) => board.appointments);
const completedIn = (all: readonly Appointment[]) => all.filter(({ status }) => status === 'completed').length;

test('simulated technicians catch up with the present, each step at a time that has been', async () => {
  const [ana = ''] = local.demonstration.technicianIds;
  const left = (all: readonly Appointment[]) => all.filter(({ assignments }) => assignments[0]?.technicianId !== ana);
  await expect
    .poll(async () => completedIn(left(await appointments())), { timeout: 60_000, interval: 500 })
    .toBeGreaterThan(completedIn(left(before)) + 5);
  for (const { actualStartAt, travelStartedAt, actualEndAt, status } of await appointments()) {
    if (status !== 'completed') continue;
    expect(travelStartedAt && actualStartAt && travelStartedAt <= actualStartAt).toBe(true);
    expect(actualStartAt && actualEndAt && actualStartAt <= actualEndAt).toBe(true);
    expect(Date.parse(actualEndAt ?? '')).toBeLessThanOrEqual(local.now().getTime());
  }
});

test('their phones tell where they are', async () => {
  await expect
    .poll(
      async () =>
        (await boards())
          .flatMap(({ rows }) => rows)
          .filter(({ position }) => (position?.fix.at ?? '') > '2026-11-24T18:00').length,
      {
        timeout: 60_000,
        interval: 500,
      },
    )
    .toBeGreaterThan(10);
});

test('a technician as whom a person has signed in is left alone', async () => {
  const headers = {
    authorization: `Bearer ${await local.token('technician-ben')}`,
    'content-type': 'application/json',
  };
  await fetch(`${local.url}/v1/my/days/today`, { headers });
  const [, ben = ''] = local.demonstration.technicianIds;
  const seenAt = async () =>
    new Map((await boards()).flatMap(({ rows }) => rows.map((row) => [row.technicianId, row.position?.fix.at])));
  /** Resolves with what is seen once somebody has moved. */
  const afterSomeoneMoved = async () => {
    const first = await seenAt();
    const moved = async () => [...(await seenAt())].some(([id, at]) => at !== first.get(id));
    await expect.poll(moved, { timeout: 90_000, interval: 1000 }).toBe(true);
    return seenAt();
  };
  // What was under way when he signed in may still end.
  const told = (await afterSomeoneMoved()).get(ben);
  await afterSomeoneMoved();
  expect((await afterSomeoneMoved()).get(ben)).toBe(told);
});
