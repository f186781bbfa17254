import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCustomer } from '../../builders/a-customer.ts';
import { anId } from '../../builders/an-id.ts';
import { customerEntity } from '../../../functions/store/entities/customer.ts';
import { beginWork } from '../../../functions/store/unit-of-work.ts';
import { keepCustomerWords } from '../../../functions/store/keep-customer-words.ts';
import { idMaker } from '../../../functions/platform/ids.ts';
import { aCompany, seedCompany } from '../../fakes/harbor.ts';
import { openHttpWorld, type HttpWorld } from '../../fakes/http-world.ts';

let world: HttpWorld;
let agent: string;
const company = aCompany();
const tenantId = company.tenant.id;
beforeAll(async () => {
  world = await openHttpWorld();
  await seedCompany(world, company);
  agent = await world.token({ tenantId, roles: ['agent'] });
  for (const [index, name] of ['Anna Annason', 'José García-Ruiz', '北京暖气公司'].entries()) await keep(index, name);
});
afterAll(() => world.close());

const ids = Array.from({ length: 10 }, () => anId('customer'));
const named = (index: number, name: string) => aCustomer({ id: ids[index] ?? '', name, phones: [] });
const keep = async (index: number, name: string, before?: string): Promise<void> => {
  const customer = named(index, name);
  await world.keep(customerEntity, tenantId, customer);
  const { table, now } = world;
  const work = beginWork({ table, tenantId, now: now.toISOString(), newId: idMaker(() => now), random: Math.random });
  keepCustomerWords(work, before === undefined ? undefined : { name: before }, customer);
  expect(await work.commit(undefined)).toMatchObject({ ok: true });
};
const namesFor = async (name: string): Promise<unknown> => {
  const { status, body } = await world.call({
    path: '/v1/customers',
    query: new URLSearchParams({ name }).toString(),
    token: agent,
  });
  expect(status).toBe(200);
  return (body['items'] as { name: string }[]).map((one) => one.name);
};

describe('a customer is found', () => {
  test('by the beginning of any word of his name, whatever its accents and its case', async () => {
    expect(await namesFor('GARC')).toEqual(['José García-Ruiz']);
    expect(await namesFor('ruiz')).toEqual(['José García-Ruiz']);
    expect(await namesFor('jose')).toEqual(['José García-Ruiz']);
  });

  test('by several words in any order, and not where one of them is not his', async () => {
    expect(await namesFor('ruiz jos')).toEqual(['José García-Ruiz']);
    expect(await namesFor('ruiz anna')).toEqual([]);
  });

  test('once, where two words of his name begin alike', async () => {
    expect(await namesFor('ann')).toEqual(['Anna Annason']);
  });

  test('by what stands in the middle of a Chinese name', async () => {
    expect(await namesFor('暖气')).toEqual(['北京暖气公司']);
  });

  test('by the beginning of his name where he was kept before words were', async () => {
    await world.keep(customerEntity, tenantId, named(9, 'Zelda Older'));
    expect(await namesFor('zelda o')).toEqual(['Zelda Older']);
  });

  test('by his new name and no longer by what he was called', async () => {
    await keep(4, 'Petra Winter');
    await keep(4, 'Petra Sommer', 'Petra Winter');
    expect(await namesFor('sommer')).toEqual(['Petra Sommer']);
    expect(await namesFor('winter')).toEqual([]);
  });
});
