import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { planEntity } from '../../../functions/store/entities/plan.ts';
import { tenantEntity } from '../../../functions/store/entities/tenant.ts';
import { allTenantIds } from '../../../functions/store/questions/for-the-clock.ts';
import { aPlan } from '../../builders/a-plan.ts';
import { aTenant } from '../../builders/a-tenant.ts';
import { anAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { openChangesWorld, type ChangesWorld } from './changes-world.ts';

describe('a batch of the change stream', () => {
  let world: ChangesWorld;
  const tenantId = anId('tenant');
  const territoryId = anId('territory');
  beforeEach(async () => {
    world = await openChangesWorld();
    await world.listen('console', tenantId, territoryId);
    await world.passOn();
  });
  afterEach(() => world.close());

  it('puts a plan that was asked for on the planner’s queue, once', async () => {
    const plan = aPlan({ territoryId });
    await world.keep(planEntity, tenantId, plan);
    await world.passOn();
    await world.keep(planEntity, tenantId, { ...plan, status: 'proposed' as const, version: 2 });
    await world.passOn();
    expect(world.queued).toEqual([{ tenantId, planId: plan.id }]);
  });

  it('puts a new tenant on the list that the clock goes through', async () => {
    const tenant = aTenant();
    await world.keep(tenantEntity, tenant.id, tenant);
    await world.passOn();
    expect(await allTenantIds(world.table)).toEqual([tenant.id]);
  });

  it('is asked for again from the record whose follow-up failed, and then goes through', async () => {
    const plan = aPlan({ territoryId });
    await world.keep(appointmentEntity, tenantId, anAppointment({ territoryId }));
    await world.keep(planEntity, tenantId, plan);
    const event = await world.changes();
    world.broken.add('queue');
    expect(await world.handle(event)).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceOf(event, 1) }] });
    world.broken.clear();
    expect(await world.handle({ Records: event.Records.slice(1) })).toEqual({ batchItemFailures: [] });
    expect(world.queued).toEqual([{ tenantId, planId: plan.id }]);
  });

  it('tells the live changes after a poison record all the same', async () => {
    await world.keep(appointmentEntity, tenantId, anAppointment({ territoryId, subject: 'Before' }));
    await world.keep(appointmentEntity, tenantId, anAppointment({ territoryId, subject: 'Poison' }));
    await world.keep(appointmentEntity, tenantId, anAppointment({ territoryId, subject: 'After' }));
    const event = await world.changes();
    const data = event.Records[1]?.dynamodb?.NewImage?.['data']?.M;
    if (data) data['status'] = { S: 'no-such-status' };
    expect(await world.handle(event)).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceOf(event, 1) }] });
    expect(world.framesTo('console')).toMatchObject([
      { changes: [{ appointment: { subject: 'Before' } }, { appointment: { subject: 'After' } }] },
    ]);
  });

  it('passes over what the table forgot by itself', async () => {
    const event: DynamoDBStreamEvent = {
      Records: [
        {
          eventID: 'expired',
          eventName: 'REMOVE',
          dynamodb: { SequenceNumber: '1', OldImage: { pk: { S: `T#${tenantId}#TICKET#x` }, sk: { S: 'TICKET' } } },
        },
      ],
    };
    expect(await world.handle(event)).toEqual({ batchItemFailures: [] });
    expect(world.sent).toEqual([]);
  });
});

const sequenceOf = ({ Records }: DynamoDBStreamEvent, at: number): string =>
  Records[at]?.dynamodb?.SequenceNumber ?? 'none';
