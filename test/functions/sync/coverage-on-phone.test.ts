import { afterAll, beforeAll, expect, test } from 'vitest';
import { coveragePolicyEntity } from '../../../functions/store/entities/coverage-policy.ts';
import { priceListEntity } from '../../../functions/store/entities/price-list.ts';
import { stockLevelEntity } from '../../../functions/store/entities/stock-level.ts';
import { warrantyEntity } from '../../../functions/store/entities/warranty.ts';
import { workOrderEntity } from '../../../functions/store/entities/work-order.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { coverageFactsSchema } from '../../../shared/model/coverage-facts.ts';
import { usualPrecedence } from '../../../shared/model/coverage-policy.ts';
import { technicianViewSchema, type TechnicianView } from '../../../shared/model/technician-view.ts';
import type { Mutation } from '../../../shared/protocol/sync.ts';
import { canonicalJson } from '../../../shared/rules/coverage/canonical-json.ts';
import { decideCoverage } from '../../../shared/rules/coverage/decide-coverage.ts';
import { applyToView } from '../../../shared/rules/mutations/apply-to-view.ts';
import { aPriceList } from '../../builders/a-price-list.ts';
import { anId } from '../../builders/an-id.ts';
import { openSyncWorld, seedVisit, type SyncWorld } from './sync-world.ts';

let sync: SyncWorld;
const misuse = 'water-damage';
beforeAll(async () => {
  sync = await openSyncWorld();
  const { world, company, tenantId } = sync;
  const list = aPriceList();
  await world.keep(priceListEntity, tenantId, list);
  await world.keep(coveragePolicyEntity, tenantId, {
    ...{ version: 1, createdAt: list.createdAt, updatedAt: list.createdAt },
    precedence: [...usualPrecedence],
    priceListId: list.id,
  });
  const exclusions = { misuseCodes: [misuse] };
  await world.keep(warrantyEntity, tenantId, { ...company.warranty, exclusions });
  const stock = { stockLocationId: company.rosa.vanStockLocationId ?? '', partId: company.part.id };
  await world.keep(stockLevelEntity, tenantId, {
    ...stock,
    ...{ quantity: 5, version: 1, updatedAt: list.createdAt },
  });
});
afterAll(() => sync.world.close());

/** Rosa's visit at the boiler that is under warranty. */
const visitAtBoiler = async (hour: number): Promise<Appointment> => {
  const { world, company, tenantId } = sync;
  const appointment = await seedVisit(sync, `2026-05-12T${hour}:00:00.000Z`, { status: 'on-site' });
  const workOrder = await world.table.get(workOrderEntity, tenantId, { id: appointment.workOrderId });
  if (!workOrder) throw new Error('No work order was seeded');
  const { customer, site, asset } = company;
  const named = { customerId: customer.id, siteId: site.id, assetId: asset.id };
  const coverage = { ...workOrder.coverage, decidedAt: world.now.toISOString() };
  await world.keep(workOrderEntity, tenantId, { ...workOrder, ...named, coverage });
  return appointment;
};
const decidedByOffice = async (workOrderId: string) => {
  const { body } = await sync.world.call({ path: `/v1/work-orders/${workOrderId}/coverage`, token: sync.dora });
  return { decision: canonicalJson(body['decision']), facts: coverageFactsSchema.parse(body['facts']) };
};
const withoutSignal = (view: TechnicianView, changes: readonly Mutation[]): TechnicianView =>
  changes.reduce((before, { name, args, recordedAt }) => {
    const applied = applyToView(before, { name, args }, recordedAt);
    if (!applied.ok) throw new Error(`${name}: ${applied.detail}`);
    return applied.view;
  }, view);
const decidedOnPhone = (view: TechnicianView, { id }: Appointment) => {
  const visit = view.visits.find(({ appointment }) => appointment.id === id);
  if (!visit) throw new Error('The visit is not in the view');
  return decideCoverage(visit.coverageFacts);
};
const pulled = async (phone: ReturnType<SyncWorld['phoneOf']>): Promise<TechnicianView> => {
  const { schemaVersion: _schema, lastMutationId: _last, ...view } = await phone.pull();
  return technicianViewSchema.parse(view);
};

test('after causes, parts and an end without signal the phone decides as the office does once it knows, to the byte', async () => {
  const visit = await visitAtBoiler(14);
  const phone = sync.phoneOf(sync.rosa);
  const before = await pulled(phone);
  const about = { appointmentId: visit.id };
  const changes = [
    phone.change('use-part', { ...about, usageId: anId('partUsage'), partId: sync.company.part.id, quantity: 2 }),
    phone.change('record-causes', { ...about, causes: [misuse] }),
    phone.change('complete', { ...about, outcome: { code: 'fixed' } }),
  ];
  const offline = withoutSignal(before, changes);
  const decided = decidedOnPhone(offline, visit);
  expect(canonicalJson(decided)).not.toBe(canonicalJson(decidedOnPhone(before, visit)));
  expect(decided.lines.map(({ excluded }) => excluded.map(({ reason }) => reason))).toContainEqual(['misuse']);
  expect(decided.totals.maker).toBe(0);

  const pushed = await phone.push(changes);
  expect(pushed.body['results']).toMatchObject(changes.map(() => ({ state: 'applied' })));
  expect(canonicalJson(decided)).toBe((await decidedByOffice(visit.workOrderId)).decision);
  expect(canonicalJson(decidedOnPhone(await pulled(phone), visit))).toBe(canonicalJson(decided));
});

test('the office’s word stands for what was found before it, and what is found later counts again', async () => {
  const visit = await visitAtBoiler(16);
  const { world, dora } = sync;
  const phone = sync.phoneOf(sync.rosa);
  const path = `/v1/work-orders/${visit.workOrderId}/coverage`;
  const say = (causes: string[]) => world.call({ method: 'POST', path, token: dora, body: { causes } });
  const causes = async () => (await decidedByOffice(visit.workOrderId)).facts.work.causes;
  const later = (seconds: number) => (world.now = new Date(world.now.getTime() + seconds * 1000));

  await phone.does('record-causes', { appointmentId: visit.id, causes: [misuse] });
  expect(await causes()).toEqual([misuse]);
  later(60);
  await say([]);
  expect(await causes()).toBeUndefined();
  const told = await pulled(phone);
  expect(told.visits.find(({ appointment }) => appointment.id === visit.id)?.coverageFacts.work.causes).toBeUndefined();
  later(60);
  const again = phone.change('record-causes', { appointmentId: visit.id, causes: ['frost'] });
  const offline = withoutSignal(told, [again]);
  await phone.push([again]);
  expect(await causes()).toEqual(['frost']);
  expect(canonicalJson(decidedOnPhone(offline, visit))).toBe((await decidedByOffice(visit.workOrderId)).decision);
});
