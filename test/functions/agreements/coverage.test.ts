import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { priceListEntity } from '../../../functions/store/entities/price-list.ts';
import { serviceContractEntity } from '../../../functions/store/entities/service-contract.ts';
import { coverageFactsSchema } from '../../../shared/model/coverage-facts.ts';
import { coverageRecordSchema } from '../../../shared/model/coverage-record.ts';
import { usualPrecedence } from '../../../shared/model/coverage-policy.ts';
import { canonicalJson } from '../../../shared/rules/coverage/canonical-json.ts';
import { decideCoverage } from '../../../shared/rules/coverage/decide-coverage.ts';
import { aContract } from '../../builders/a-contract.ts';
import { aPriceList } from '../../builders/a-price-list.ts';
import { openAgreementsWorld, type AgreementsWorld } from './agreements-world.ts';

let world: AgreementsWorld;
beforeAll(async () => {
  world = await openAgreementsWorld();
  const list = aPriceList();
  await world.keep(priceListEntity, world.tenantId, list);
  await world.as('manager')('PUT', '/v1/coverage-policy', {
    precedence: [...usualPrecedence],
    priceListId: list.id,
    quoteAboveMinorUnits: 3000,
  });
});
afterAll(() => world.close());

describe('a decision on coverage', () => {
  test('is kept signed, once for the same facts, and shows what has changed since', async () => {
    const workOrderId = await world.seedWork();
    const agent = world.as('agent');
    const path = `/v1/work-orders/${workOrderId}/coverage`;
    const first = await agent('POST', path, {});
    expect(first).toMatchObject({ record: { sequence: 1, workOrderId } });
    expect(await agent('POST', path, {})).toEqual(first);
    const before = coverageRecordSchema.parse(first['record']);

    const { id: warrantyId, version: _v, createdAt: _c, updatedAt: _u, assetId: _a, ...facts } = world.harbor.warranty;
    const cover = { ...facts, covers: { labour: 50, parts: 100, travel: 0 } };
    await agent('PUT', `/v1/warranties/${warrantyId}`, cover);
    const labour = before.decision.lines.find(({ kind }) => kind === 'labour');
    const half = Math.floor((labour?.priceMinorUnits ?? 0) / 2);
    expect(half).toBeGreaterThan(0);
    expect(await agent('GET', path)).toMatchObject({
      chainHolds: true,
      difference: { totals: { customer: half, maker: -half } },
    });

    const second = await agent('POST', path, {});
    expect(second).toMatchObject({ record: { sequence: 2, previousHash: before.hash } });
    expect(await agent('GET', path)).toMatchObject({ chainHolds: true, records: [{ sequence: 1 }, { sequence: 2 }] });
  });

  test('is on a phone without network, from the same facts, the same to the byte', async () => {
    const path = `/v1/work-orders/${await world.seedWork()}/coverage`;
    const { facts, decision } = await world.as('dispatcher')('GET', path);
    const onThePhone = decideCoverage(coverageFactsSchema.parse(JSON.parse(JSON.stringify(facts))));
    expect(canonicalJson(onThePhone)).toBe(canonicalJson(decision));
  });
});

describe('a contract with a hundred work orders at once', () => {
  test(
    'gives each its own appointment as long as there are any, and never one too many',
    { timeout: 120_000 },
    async () => {
      const included = 20;
      const contract = aContract({
        customerId: world.harbor.customer.id,
        assetIds: [world.harbor.asset.id],
        covers: { labour: 0, parts: 0, travel: 100 },
        entitlement: { per: 'term', appointments: included },
      });
      await world.keep(serviceContractEntity, world.tenantId, contract);
      const workOrders = await Promise.all(Array.from({ length: 100 }, world.seedWork));
      const agent = world.as('agent');
      const decided = await Promise.all(workOrders.map((id) => agent('POST', `/v1/work-orders/${id}/coverage`, {})));
      const drawing = decided.filter(
        ({ record }) => coverageRecordSchema.parse(record).decision.drawings[0]?.appointments === 1,
      );
      expect(drawing).toHaveLength(included);
      const file = await agent('GET', `/v1/contracts/${contract.id}`);
      const drawings = Array.from({ length: included }, () => ({ workOrderNumber: expect.stringMatching(/./) }));
      expect(file).toMatchObject({ periods: [{ usage: { appointmentsLeft: 0 }, drawings }] });
    },
  );
});
