import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createIdentityHandler } from '../../functions/identity/handler.ts';
import { tenantEntity } from '../../functions/store/entities/tenant.ts';
import { invite, makeTenant } from '../../infra/operate/tenant-commands.ts';
import { readWish } from '../../infra/operate/tenant-wish.ts';
import { aTenant } from '../builders/a-tenant.ts';
import { anId } from '../builders/an-id.ts';
import { openTestTable, type TestTable } from '../fakes/open-test-table.ts';
import { silentLog } from '../fakes/silent-log.ts';

let test: TestTable;
beforeEach(async () => {
  test = await openTestTable();
});
afterEach(() => test.close());

const there = { region: 'us-east-1', tableName: 'fieldline-test', userPoolId: 'us-east-1_EXAMPLE' };
/** The value of an option among the words of a command. */
const valueOf = (command: readonly string[], name: string): string => command[command.indexOf(name) + 1] ?? '';

it('a company that the command writes is one that the store reads, and is not written twice', async () => {
  const tenant = aTenant();
  const command = makeTenant(there, tenant);
  const put = new PutItemCommand({
    TableName: valueOf(command, '--table-name'),
    Item: JSON.parse(valueOf(command, '--item')) as Record<string, { S: string }>,
    ConditionExpression: valueOf(command, '--condition-expression'),
  });
  await test.client.send(put);
  expect(await test.table.get(tenantEntity, tenant.id, { id: tenant.id })).toEqual(tenant);
  await expect(test.client.send(put)).rejects.toThrow(/conditional/i);
});

it('an account that the command makes can sign in: its token names the company, the technician and the role', async () => {
  const [tenantId, technicianId] = [anId('tenant'), anId('technician')];
  const person = {
    tenantId,
    technicianId,
    email: 'ana@harbor.example',
    name: 'Ana Ribeiro',
    role: 'technician',
  } as const;
  const [account = [], group = []] = invite(there, person);
  const attributes = JSON.parse(valueOf(account, '--user-attributes')) as { Name: string; Value: string }[];
  const userAttributes = Object.fromEntries(attributes.map(({ Name, Value }) => [Name, Value]));
  const event = { request: { userAttributes } } as unknown as PreTokenGenerationV2TriggerEvent;
  const { response } = await createIdentityHandler({ log: silentLog() })(event);
  expect(response.claimsAndScopeOverrideDetails?.accessTokenGeneration?.claimsToAddOrOverride).toMatchObject({
    'custom:tenant': tenantId,
    'custom:technician': technicianId,
    name: 'Ana Ribeiro',
  });
  expect(valueOf(group, '--group-name')).toBe('technician');
});

it('the first person of a company administers it, where nothing else is said', () => {
  const words = ['create', '--name', 'Harbor', '--email', 'dora@harbor.example', '--person', 'Dora Lindgren'];
  expect(readWish(words)).toEqual({
    show: false,
    wish: {
      act: 'create',
      stage: 'production',
      name: 'Harbor',
      email: 'dora@harbor.example',
      person: 'Dora Lindgren',
      role: 'administrator',
      currency: 'USD',
      language: 'en',
    },
  });
});

it.each([
  ['an act that there is not', ['destroy'], /npm run tenant/],
  ['a role that there is not', ['invite', '--tenant', anId('tenant'), '--role', 'king'], /--role/],
  ['no company', ['invite', '--email', 'a@b.example', '--person', 'A', '--role', 'agent'], /--tenant/],
])('%s is refused by name, and nothing is done', (_what, words, told) => {
  expect(() => readWish(words)).toThrow(told);
});
