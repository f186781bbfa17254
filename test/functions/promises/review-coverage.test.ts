import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openClocksEntity } from '../../../functions/store/entities/open-clocks.ts';
import { coverageReviewEntity } from '../../../functions/store/entities/coverage-review.ts';
import { warrantyEntity } from '../../../functions/store/entities/warranty.ts';
import { usualPrecedence } from '../../../shared/model/coverage-policy.ts';
import { serviceContractEntity } from '../../../functions/store/entities/service-contract.ts';
import { coverageRecords } from '../../../functions/store/questions/coverage-file.ts';
import { aContract } from '../../builders/a-contract.ts';
import { anId } from '../../builders/an-id.ts';
import { openAgreementsWorld, type AgreementsWorld } from '../agreements/agreements-world.ts';

let world: AgreementsWorld;
beforeAll(async () => {
  world = await openAgreementsWorld();
});
beforeEach(() => world.at('2026-05-12T13:00:00.000Z'));
afterAll(() => world.close());

const report = async (): Promise<string> => {
  const { customer, workType, asset, site } = world.harbor;
  const body = {
    kind: 'fault',
    channel: 'phone',
    subject: 'No hot water',
    contact: { name: customer.name },
    place: site.place,
    customerId: customer.id,
    assetId: asset.id,
    workTypeId: workType.id,
    priority: 'normal',
  };
  const made = await world.as('agent')('POST', '/v1/service-requests', body, 201);
  const { workOrder } = made;
  if (typeof workOrder !== 'object' || workOrder === null || !('id' in workOrder)) throw new Error('no work was made');
  return String(workOrder.id);
};
const clocksOf = (workOrderId: string) => world.table.get(openClocksEntity, world.tenantId, { workOrderId });

describe('what promises work', () => {
  /** Follows until nothing changes any more. */
  const settle = async (): Promise<void> => {
    for (let changes = await world.changes(); changes.Records.length > 0; changes = await world.changes()) {
      expect(await world.follow(changes)).toEqual({ batchItemFailures: [] });
    }
  };
  const recordsOf = (workOrderId: string) => coverageRecords(world.table, world.tenantId, workOrderId);

  test('decides open work anew when the warranty changes, with both decisions kept', async () => {
    const workOrderId = await report();
    await settle();
    const before = await world.table.get(warrantyEntity, world.tenantId, world.harbor.warranty);
    if (!before) throw new Error('The warranty is missing');
    const covers = { labour: 30, parts: 100, travel: 0 };
    await world.keep(warrantyEntity, world.tenantId, { ...before, covers, version: before.version + 1 });
    await settle();
    const [first, second, ...more] = await recordsOf(workOrderId);
    expect(more).toEqual([]);
    expect(first?.decision.covers).toEqual(before.covers);
    expect(second).toMatchObject({ sequence: 2, previousHash: first?.hash, decision: { covers } });
    await world.keep(warrantyEntity, world.tenantId, { ...before, version: before.version + 2 });
    await settle();
  });

  test('decides it anew by a new contract of its customer and by the policy, and never what is done', async () => {
    const [open, cancelled] = [await report(), await report()];
    await settle();
    await world.as('agent')('POST', `/v1/work-orders/${cancelled}/status`, { to: 'cancelled', reason: 'Sold' });
    await settle();
    const contract = aContract({ customerId: world.harbor.customer.id });
    await world.keep(serviceContractEntity, world.tenantId, contract);
    await settle();
    const withContract = await recordsOf(open);
    expect(withContract.at(-1)?.decision.candidates.map(({ id }) => id)).toContain(contract.id);
    const precedence = [...usualPrecedence].reverse();
    await world.as('manager')('PUT', '/v1/coverage-policy', { precedence });
    await settle();
    expect(await recordsOf(open)).toHaveLength(withContract.length + 1);
    expect((await recordsOf(open)).at(-1)?.decision).toMatchObject({ basis: 'service-contract' });
    expect((await recordsOf(cancelled)).map(({ facts }) => facts.contracts.length)).not.toContain(1);
    await world.keep(serviceContractEntity, world.tenantId, { ...contract, endsOn: '2025-12-31', version: 2 });
    await settle();
    expect((await recordsOf(open)).at(-1)?.decision).toMatchObject({ basis: 'warranty' });
  });

  test('looks at fifty work orders with each event, until it has seen all', async () => {
    const someIds = Array.from({ length: 60 }, () => anId('workOrder')).sort();
    const workOrderId = await report();
    await settle();
    const clocks = await clocksOf(workOrderId);
    if (!clocks) throw new Error('It has no clocks');
    await world.keep(openClocksEntity, world.tenantId, ...someIds.map((id) => ({ ...clocks, workOrderId: id })));
    await world.changes();
    await world.as('manager')('PUT', '/v1/coverage-policy', { precedence: [...usualPrecedence] });
    const steps: (string | undefined)[] = [];
    for (let changes = await world.changes(); changes.Records.length > 0; changes = await world.changes()) {
      await world.follow(changes);
      const review = await world.table.get(coverageReviewEntity, world.tenantId, {});
      steps.push(review?.done ? 'done' : (review?.goesOnAfter.workOrderId ?? 'begun'));
    }
    expect(steps[0]).toBe('begun');
    expect(new Set(steps.slice(1)).size).toBeGreaterThanOrEqual(2);
    expect(steps.at(-1)).toBe('done');
  });
});
