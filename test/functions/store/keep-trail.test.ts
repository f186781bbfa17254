import { afterEach, beforeEach, expect, test } from 'vitest';
import { trailChunkEntity } from '../../../functions/store/entities/trail-chunk.ts';
import { keepTrail, trailOf } from '../../../functions/store/keep-trail.ts';
import { aFix } from '../../builders/a-position.ts';
import { anId } from '../../builders/an-id.ts';
import { openTestTable, type TestTable } from '../../fakes/open-test-table.ts';

let world: TestTable;
beforeEach(async () => {
  world = await openTestTable();
});
afterEach(() => world.close());

const tenantId = anId('tenant');
const technicianId = anId('technician');
const at = (time: string) => aFix({ at: `2026-05-12T${time}.000Z` });
const keep = (device: string, ...times: string[]) =>
  keepTrail(world.table, { tenantId, technicianId, device, fixes: times.map(at) });
const trail = async (beginning = '2026-05-12') =>
  (await trailOf(world.table, tenantId, technicianId, beginning)).map((fix) => fix.at.slice(11, 19));

test('a fix of the same device and time is kept once, however often it comes', async () => {
  expect(await keep('phone', '14:00:00', '14:00:15')).toBe(2);
  expect(await keep('phone', '14:00:15', '14:00:30', '14:00:15')).toBe(1);
  expect(await trail()).toEqual(['14:00:00', '14:00:15', '14:00:30']);
});

test('fixes of two devices at the same time are two', async () => {
  await keep('phone', '14:00:00');
  expect(await keep('van', '14:00:00')).toBe(1);
  expect(await trail()).toEqual(['14:00:00', '14:00:00']);
});

test('ten minutes lie in one item, and the trail of an hour is read by itself', async () => {
  await keep('phone', '13:59:00', '14:01:00', '14:09:59', '14:10:00');
  const partition = trailChunkEntity.key({ technicianId, beginsAt: '', device: '' }).partition;
  const { items } = await world.table.page({ tenantId, partition, beginsWith: 'TRAIL#' }, 10);
  expect(items).toHaveLength(3);
  expect(await trail('2026-05-12T14')).toEqual(['14:01:00', '14:09:59', '14:10:00']);
});

test('batches that race for the same minutes are joined, none is lost', async () => {
  await Promise.all(['00', '10', '20', '30', '40'].map((second) => keep('phone', `14:00:${second}`)));
  expect(await trail()).toHaveLength(5);
});

test('it is forgotten after sixty days', async () => {
  await keep('phone', '14:00:00');
  const partition = trailChunkEntity.key({ technicianId, beginsAt: '', device: '' }).partition;
  const { items } = await world.table.page({ tenantId, partition, beginsWith: 'TRAIL#' }, 10);
  expect(items[0]?.['expiresAt']).toEqual({ N: String(Date.parse('2026-07-11T14:00:00.000Z') / 1000) });
});

test('it is forgotten sooner where the company says so', async () => {
  const fixes = [at('14:00:00')];
  await keepTrail(world.table, { tenantId, technicianId, device: 'phone', fixes, keptSeconds: 7 * 86_400 });
  const partition = trailChunkEntity.key({ technicianId, beginsAt: '', device: '' }).partition;
  const { items } = await world.table.page({ tenantId, partition, beginsWith: 'TRAIL#' }, 10);
  expect(items[0]?.['expiresAt']).toEqual({ N: String(Date.parse('2026-05-19T14:00:00.000Z') / 1000) });
});
