import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { priceListEntity } from '../../../functions/store/entities/price-list.ts';
import { workOrderEntity } from '../../../functions/store/entities/work-order.ts';
import { authorisationSchema } from '../../../shared/model/authorisation.ts';
import { usualPrecedence } from '../../../shared/model/coverage-policy.ts';
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
    approval: { aboveMinorUnits: 0, role: 'manager' },
  });
});
afterAll(() => world.close());

const askedWork = async () => {
  const workOrderId = await world.seedWork({ partRequirements: [{ partId: world.harbor.part.id, quantity: 2 }] });
  const agent = world.as('agent');
  await agent('POST', `/v1/work-orders/${workOrderId}/coverage`, {});
  const asked = await agent('POST', `/v1/work-orders/${workOrderId}/authorisations`);
  return { workOrderId, asked, token: String(asked['quoteLink']).split('#')[1] ?? '' };
};
const statusOf = async (id: string) => (await world.table.get(workOrderEntity, world.tenantId, { id }))?.status;
const customerSession = async (token: string): Promise<string> => {
  const { body } = await world.call({ method: 'POST', path: '/v1/links/open', body: { token } });
  return String(body['session']);
};
const signature = { signedBy: 'Ines Okafor', strokes: [[0, 0, 100, 100]] };

describe('a quote', () => {
  test('holds the work, says for whom it waits, and lets it go on when the customer signs', async () => {
    const { workOrderId, asked, token } = await askedWork();
    expect(asked).toMatchObject({
      authorisations: [{ need: { kind: 'customer-quote' }, status: 'waiting', waitsFor: world.harbor.customer.name }],
    });
    expect(await statusOf(workOrderId)).toBe('on-hold');
    const session = await customerSession(token);
    const quote = await world.call({ path: '/v1/quote', token: session });
    const twoParts = { kind: 'part', name: world.harbor.part.name, quantity: 2 };
    expect(quote.body).toMatchObject({
      status: 'waiting',
      customerMinorUnits: 4000,
      company: world.harbor.tenant.name,
      lines: [{ kind: 'labour', name: world.harbor.workType.name }, { kind: 'travel' }, twoParts],
    });
    const body = { to: 'approved', signature };
    const answered = await world.call({ method: 'POST', path: '/v1/quote/answer', token: session, body });
    expect(answered.body).toMatchObject({ status: 'approved' });
    expect(await statusOf(workOrderId)).toBe('new');
    const again = await world.call({
      method: 'POST',
      path: '/v1/quote/answer',
      token: session,
      body: { to: 'refused' },
    });
    expect(again.body).toMatchObject({ status: 409, reason: 'answered-already' });
  });

  test('that is refused leaves the work on hold', async () => {
    const { workOrderId, token } = await askedWork();
    const body = { to: 'refused', remark: 'Too dear' };
    await world.call({ method: 'POST', path: '/v1/quote/answer', token: await customerSession(token), body });
    expect(await statusOf(workOrderId)).toBe('on-hold');
  });

  test('is asked for once', async () => {
    const { workOrderId } = await askedWork();
    const again = await world.as('agent')('POST', `/v1/work-orders/${workOrderId}/authorisations`);
    expect(again).not.toHaveProperty('quoteLink');
    expect(again['authorisations']).toHaveLength(1);
  });

  test('opens nothing for who only guesses', async () => {
    const token = `${world.tenantId}.${randomBytes(32).toString('base64url')}`;
    const { status } = await world.call({ method: 'POST', path: '/v1/links/open', body: { token } });
    expect(status).toBe(401);
  });
});

describe("a maker's return", () => {
  test('needs his number before it is approved', async () => {
    const { id, version: _v, createdAt: _c, updatedAt: _u, assetId: _a, ...facts } = world.harbor.warranty;
    const agent = world.as('agent');
    await agent('PUT', `/v1/warranties/${id}`, { ...facts, makerAuthorisesAboveMinorUnits: 100 });
    const { asked } = await askedWork();
    const all = z.parse(z.array(authorisationSchema), asked['authorisations']);
    const rma = all.find(({ need }) => need.kind === 'maker-return');
    expect(rma?.waitsFor).toBe(world.harbor.asset.maker);
    const path = `/v1/authorisations/${rma?.id}/answer`;
    const refused = await agent('POST', path, { to: 'approved' }, 409);
    expect(refused).toMatchObject({ reason: 'reference-required' });
    expect(await agent('POST', path, { to: 'approved', reference: 'RMA-77' })).toMatchObject({ reference: 'RMA-77' });
  });
});
