import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskServer, importBoston311 } from '../../infra/local/import/import-file.ts';
import { startLocal } from '../../infra/local/local.ts';
import type { Local } from '../../infra/local/local-options.ts';
import { planSchema } from '../../shared/model/plan.ts';
import { getPlan } from '../../shared/protocol/endpoints/plans.ts';
import { getBoard } from '../../shared/protocol/endpoints/board.ts';
import { listTerritories, listWorkTypes } from '../../shared/protocol/endpoints/catalogue.ts';

const realFile = resolve(import.meta.dirname, '../../../shared/data/boston-311/requests-2011-09-12_30.csv');

let folder = '';
let local: Local;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldline-import-'));
  local = await startLocal({
    port: 0,
    folder,
    clock: '2026-11-24T15:00:00.000Z',
    simulator: false,
    web: false,
    say: () => {},
  });
});
afterAll(async () => {
  await local.stop();
  await rm(folder, { recursive: true });
});

const ask: AskServer = async (method, path, body) => {
  const headers = { authorization: `Bearer ${await local.token('administrator')}`, 'content-type': 'application/json' };
  const response = await fetch(local.url + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
};
const catalogue = async () => ({
  territories: listTerritories.response.parse(await ask('GET', listTerritories.path)).items,
  workTypes: listWorkTypes.response.parse(await ask('GET', listWorkTypes.path)).items,
});
const boards = () =>
  Promise.all(
    local.demonstration.territoryIds.map(async (id) =>
      getBoard.response.parse(await ask('GET', `/v1/territories/${id}/days/2026-11-24/board`)),
    ),
  );
const waitingInAll = async () => (await boards()).reduce((sum, { backlogTotal }) => sum + backlogTotal, 0);

const header = 'case_enquiry_id,open_dt,target_dt,case_title,type,reason,location,latitude,longitude';
const small = [
  header,
  '1,2011-09-12 07:04:36,2011-09-14 07:04:32,Pothole,Request for Pothole Repair,Highway Maintenance,12 Salem St  Boston,42.3645,-71.0555',
  '2,2011-09-12 08:00:00,2011-09-13 08:00:00,"Light, out",Street Light Outages,Street Lights,3 Centre St  Jamaica Plain,42.3095,-71.1135',
  '3,2011-09-12 09:00:00,2011-09-14 08:00:00,Pothole,Request for Pothole Repair,Highway Maintenance,,42.3594,-71.0587',
  '4,2011-09-12 10:00:00,,Pothole,Request for Pothole Repair,Highway Maintenance,5 A St,42.3495,-71.0485',
  '5,2011-09-12 11:00:00,2011-09-14 08:00:00,Pothole,Request for Pothole Repair,Highway Maintenance,Cambridge,42.3736,-71.1190',
].join('\n');

test('a small file comes in once, however often it is imported, and tells what it left out', async () => {
  const file = join(folder, 'small.csv');
  await writeFile(file, small);
  const before = await waitingInAll();
  const job = { file, ask, ...(await catalogue()), moveTo: '2026-11-23' };
  const first = await importBoston311(job);
  expect(first.rows).toBe(5);
  expect(Object.fromEntries(first.skipped)).toEqual({ 'default-point': 1, 'no-due-time': 1 });
  expect(first.results.get('created')).toBeGreaterThanOrEqual(2);
  const after = await waitingInAll();
  expect(after).toBeGreaterThan(before);
  const second = await importBoston311(job);
  expect(Object.fromEntries(second.results)).toEqual({ 'already-there': 3 });
  expect(await waitingInAll()).toBe(after);
});

test('only one territory comes in where one is asked for', async () => {
  const { territories, workTypes } = await catalogue();
  const only = territories.find(({ name }) => name.startsWith('Jamaica'));
  const file = join(folder, 'one.csv');
  await writeFile(file, small.replaceAll(/^(\d),/gm, '7$1,'));
  const report = await importBoston311({ file, ask, territories, workTypes, only, moveTo: '2026-11-23' });
  expect(Object.fromEntries(report.results)).toEqual({ created: 1 });
  expect(report.skipped.get('other-territory')).toBe(2);
});

test('a file without the needed columns is refused by their names', async () => {
  const file = join(folder, 'wrong.csv');
  await writeFile(file, 'id,when\n1,now\n');
  await expect(importBoston311({ file, ask, ...(await catalogue()) })).rejects.toThrow('case_enquiry_id');
});

test('three real weeks of a territory come in, and its next day is planned from them', async (context) => {
  if (!existsSync(realFile)) {
    process.stdout.write(`SKIPPED: ${realFile} is not here\n`);
    context.skip('the real file is not here');
  }
  const { territories, workTypes } = await catalogue();
  const only = territories.find(({ name }) => name.startsWith('Downtown'));
  const report = await importBoston311({ file: realFile, ask, territories, workTypes, only, moveTo: '2026-11-10' });
  expect(report.rows).toBe(7251);
  expect(report.results.get('created')).toBeGreaterThan(500);
  expect(report.results.get('failed') ?? 0).toBe(0);
  expect(report.skipped.get('default-point')).toBeGreaterThan(500);
  const requested = planSchema.parse(await ask('POST', `/v1/territories/${only?.id}/days/2026-11-25/plans`, {}));
  await local.settled();
  const plan = getPlan.response.parse(await ask('GET', `/v1/plans/${requested.id}`));
  expect(plan.status).toBe('proposed');
  expect(plan.changes).toBeGreaterThan(5);
});
