import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openClocksEntity } from '../../../functions/store/entities/open-clocks.ts';
import { serviceContractEntity } from '../../../functions/store/entities/service-contract.ts';
import { coverageRecords } from '../../../functions/store/questions/coverage-file.ts';
import { historyOfWork } from '../../../functions/store/questions/work-history.ts';
import { aContract } from '../../builders/a-contract.ts';
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
const told = async (workOrderId: string) =>
  (await historyOfWork(world.table, world.tenantId, workOrderId, []))
    .filter(({ event }) => event.startsWith('work-order.promise'))
    .map(({ event, facts }) => `${event} ${facts['clock']} ${facts['percent']}`);

describe('work that was made', () => {
  test('gets its first decision and its clocks from the change stream, once however often it comes', async () => {
    const workOrderId = await report();
    const changes = await world.changes();
    expect(await world.follow(changes)).toEqual({ batchItemFailures: [] });
    await world.follow(changes);
    const records = await coverageRecords(world.table, world.tenantId, workOrderId);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ sequence: 1, decision: { basis: 'warranty' } });
    expect(await clocksOf(workOrderId)).toMatchObject({ version: 1, terms: { promises: [{ kind: 'fix' }] } });
  });
});

describe('the clock watch', () => {
  test('tells of each mark once, whether it comes in time, late or twice', async () => {
    const workOrderId = await report();
    await world.follow();
    await world.round();
    expect(await told(workOrderId)).toEqual([]);
    // Twenty-four hours are promised: half of them.
    world.at('2026-05-13T01:01:00.000Z');
    await world.round();
    await world.round();
    expect(await told(workOrderId)).toEqual(['work-order.promise-warned fix 50']);
    // Many rounds were missed.
    world.at('2026-05-13T14:00:00.000Z');
    await world.round();
    await world.round();
    expect(await told(workOrderId)).toEqual([
      'work-order.promise-warned fix 50',
      'work-order.promise-breached fix 100',
    ]);
  });

  test('tells of nothing while the work is on hold, and later by as much when it goes on', async () => {
    const workOrderId = await report();
    await world.follow();
    const agent = world.as('agent');
    const path = `/v1/work-orders/${workOrderId}/status`;
    await agent('POST', path, { to: 'on-hold', reason: 'waiting-for-part' });
    await world.follow();
    world.at('2026-05-15T13:00:00.000Z');
    await world.round();
    expect(await told(workOrderId)).toEqual([]);
    await agent('POST', path, { to: 'resumed', reason: 'The part is here' });
    await world.follow();
    expect(await clocksOf(workOrderId)).toMatchObject({ nextAt: '2026-05-16T01:00:00.000Z' });
  });

  test('has nothing more to do with work that is cancelled', async () => {
    const workOrderId = await report();
    await world.follow();
    await world.as('agent')('POST', `/v1/work-orders/${workOrderId}/status`, { to: 'cancelled', reason: 'Sold' });
    await world.follow();
    expect(await clocksOf(workOrderId)).toMatchObject({ ended: true });
    const { territory } = world.harbor;
    const listed = await world.as('agent')('GET', `/v1/territories/${territory.id}/clocks`);
    expect(JSON.stringify(listed)).not.toContain(workOrderId);
  });
});

describe('the contract watch', () => {
  const contractThat = async (changes: Parameters<typeof aContract>[0]) => {
    const contract = aContract({ customerId: world.harbor.customer.id, ...changes });
    await world.keep(serviceContractEntity, world.tenantId, contract);
    return contract;
  };

  test('tells 90, 60 and 30 days before that a contract ends, each once', async () => {
    await contractThat({ endsOn: '2026-08-10' });
    expect(await world.round()).toMatchObject({ contractsExpiring: 1 });
    expect(await world.round()).toMatchObject({ contractsExpiring: 0 });
    world.at('2026-07-12T13:00:00.000Z');
    // Sixty days went by unseen: only the nearest mark is news.
    expect(await world.round()).toMatchObject({ contractsExpiring: 1 });
    expect(await world.round()).toMatchObject({ contractsExpiring: 0 });
  });

  test('renews what renews itself when its notice has passed, and keeps the old one', async () => {
    const renewal = { kind: 'automatic', months: 12, noticeDays: 30 } as const;
    const { id } = await contractThat({ endsOn: '2026-05-31', renewal });
    expect(await world.round()).toMatchObject({ contractsRenewed: 1, contractsExpiring: 0 });
    expect(await world.round()).toMatchObject({ contractsRenewed: 0 });
    expect(await world.as('agent')('GET', `/v1/contracts/${id}`)).toMatchObject({
      versions: [{ id }, { startsOn: '2026-06-01', endsOn: '2027-05-31', renewsId: id }],
    });
  });
});

describe("a customer's contract", () => {
  test('promises response where it says so', async () => {
    const within = { emergency: 3600, high: 3600, normal: 3600, low: 3600 };
    const contract = aContract({ customerId: world.harbor.customer.id, respondWithinSeconds: within });
    await world.keep(serviceContractEntity, world.tenantId, contract);
    const workOrderId = await report();
    await world.follow();
    expect(await clocksOf(workOrderId)).toMatchObject({
      terms: { promises: [{ kind: 'response', contractId: contract.id }, { kind: 'fix' }] },
    });
  });
});
