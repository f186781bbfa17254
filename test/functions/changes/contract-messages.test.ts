import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coveragePolicyEntity } from '../../../functions/store/entities/coverage-policy.ts';
import { customerEntity } from '../../../functions/store/entities/customer.ts';
import { serviceContractEntity } from '../../../functions/store/entities/service-contract.ts';
import { houseTenantId, tenantEntryEntity } from '../../../functions/store/entities/tenant-entry.ts';
import { tenantEntity } from '../../../functions/store/entities/tenant.ts';
import { messagesOfContract } from '../../../functions/store/questions/contract-file.ts';
import { usualPrecedence } from '../../../shared/model/coverage-policy.ts';
import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import { aContract } from '../../builders/a-contract.ts';
import { aCustomer } from '../../builders/a-customer.ts';
import { aTenant } from '../../builders/a-tenant.ts';
import { openChangesWorld, type ChangesWorld } from './changes-world.ts';

describe('before a contract ends', () => {
  let world: ChangesWorld;
  const tenant = aTenant({ phone: '+16175550100' });
  const customer = aCustomer({ name: 'Bayside Clinics', email: 'office@bayside.example' });
  const keeper = { name: 'Miles Oduya', email: 'miles@example.com' };
  const contract = aContract({ customerId: customer.id, endsOn: '2026-12-31', keeper, tellsCustomer: true });

  beforeEach(async () => {
    world = await openChangesWorld();
    await world.keep(tenantEntity, tenant.id, tenant);
    await world.keep(tenantEntryEntity, houseTenantId, { tenantId: tenant.id });
    await world.keep(customerEntity, tenant.id, customer);
  });
  afterEach(() => world.close());

  const keep = async (...contracts: ServiceContract[]): Promise<void> => {
    for (const one of contracts) await world.keep(serviceContractEntity, tenant.id, one);
  };
  /** The watch's round on a day, and what comes of it. */
  const roundOn = async (day: string): Promise<void> => {
    await world.roundAt(`${day}T08:00:00.000Z`);
    await world.passOn();
  };
  const told = () => world.outbox.map(({ to, subject }) => `${to}: ${subject}`);

  it('who looks after it and its customer are told 90, 60 and 30 days before, each time once', async () => {
    await keep(contract);
    for (const day of [
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
      '2026-11-01',
      '2026-11-02',
      '2026-12-01',
      '2026-12-30',
    ])
      await roundOn(day);
    const toKeeper = told().filter((one) => one.startsWith(keeper.email));
    expect(toKeeper.map((one) => one.match(/in (\d+) days/)?.[1])).toEqual(['90', '60', '30']);
    expect(told().filter((one) => one.startsWith('office@bayside.example'))).toHaveLength(3);
    const kept = await messagesOfContract(world.table, tenant.id, contract.id);
    expect(kept.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'sent'));
  });

  it('the company reads whose contract it is, when it ends and where to renew it, the customer whom to call', async () => {
    await keep(contract);
    await roundOn('2026-11-01');
    const [own, theirs] = ['miles@example.com', 'office@bayside.example'].map(
      (to) => world.outbox.find((one) => one.to === to)?.text,
    );
    expect(own).toContain('of Bayside Clinics ends on December 31, 2026, in 60 days');
    expect(own).toContain(`/dispatch/?view=contracts&open=${contract.id}`);
    expect(theirs).toContain('Call us about it: +16175550100');
  });

  it('nobody hears twice of the same event, however often the stream tells it', async () => {
    await keep(contract);
    await world.changes();
    await world.roundAt('2026-10-02T08:00:00.000Z');
    const event = await world.changes();
    for (let time = 0; time < 3; time++) await world.handle(event);
    await world.passOn();
    expect(world.outbox).toHaveLength(2);
  });

  it('where it names nobody, whom the policy names is told, and its customer is not', async () => {
    const { keeper: _keeper, tellsCustomer: _tells, ...bare } = contract;
    const at = '2026-01-01T08:00:00.000Z';
    await world.keep(coveragePolicyEntity, tenant.id, {
      ...{ version: 1, createdAt: at, updatedAt: at },
      precedence: [...usualPrecedence],
      contractKeeper: { name: 'Contracts', email: 'contracts@example.com' },
    });
    await keep(bare);
    await roundOn('2026-10-02');
    expect(world.outbox.map(({ to }) => to)).toEqual(['contracts@example.com']);
  });

  it('a customer without a mailbox is told on his telephone, in his language', async () => {
    const { email: _email, ...bare } = customer;
    await world.keep(customerEntity, tenant.id, { ...bare, phones: ['+16175550188'], language: 'zh' as const });
    await keep(contract);
    await roundOn('2026-10-02');
    const theirs = world.outbox.find(({ channel }) => channel === 'sms');
    expect(theirs).toMatchObject({ to: '+16175550188', text: expect.stringContaining('2026年12月31日到期') });
  });

  it('with automatic renewal both learn until when notice may be given', async () => {
    await keep({ ...contract, renewal: { kind: 'automatic', months: 12, noticeDays: 30 } });
    await roundOn('2026-10-02');
    expect(world.outbox.map(({ text }) => text)).toEqual([
      expect.stringContaining('renews itself unless notice is given by December 1, 2026'),
      expect.stringContaining('renews itself unless you give notice by December 1, 2026'),
    ]);
  });

  it('a message that failed is not sent any more once the contract was renewed', async () => {
    await keep(contract);
    world.broken.add('mail');
    await roundOn('2026-10-02');
    world.broken.clear();
    const before = await world.table.get(serviceContractEntity, tenant.id, contract);
    if (!before) throw new Error('The contract is missing');
    await keep({ ...before, renewedById: aContract().id });
    await world.roundAt('2026-10-02T08:02:00.000Z');
    await world.passOn();
    expect(world.outbox).toEqual([]);
    const kept = await messagesOfContract(world.table, tenant.id, contract.id);
    expect(kept.map(({ status }) => status)).toEqual(['parked', 'parked']);
  });

  it('nobody is told of one that was renewed or ended', async () => {
    await keep(
      { ...contract, renewedById: aContract().id },
      { ...contract, id: aContract().id, endedOn: '2026-12-01' },
    );
    await roundOn('2026-11-15');
    expect(world.outbox).toEqual([]);
  });
});
