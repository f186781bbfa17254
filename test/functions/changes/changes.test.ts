import type { DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { planPartEntity } from '../../../functions/store/entities/plan-part.ts';
import { tenantEntity } from '../../../functions/store/entities/tenant.ts';
import { allTenantIds } from '../../../functions/store/questions/for-the-clock.ts';
import { aPlan, aPlanPart } from '../../builders/a-plan.ts';
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

  it('puts a part of a plan on the planner’s queue once nothing is left that it waits for, and only then', async () => {
    const plan = aPlan({ territoryIds: [territoryId] });
    const [ready, waits] = [aPlanPart(plan), aPlanPart(plan, { day: '2026-05-13', waitsFor: 2 })];
    await world.keep(planPartEntity, tenantId, ready, waits);
    await world.passOn();
    const { planId } = ready;
    expect(world.queued).toEqual([{ tenantId, planId, territoryId, day: ready.day }]);
    await world.keep(planPartEntity, tenantId, { ...ready, status: 'done' as const, version: 2 });
    await world.keep(planPartEntity, tenantId, { ...waits, waitsFor: 1, version: 2 });
    await world.keep(planPartEntity, tenantId, { ...waits, waitsFor: 0, version: 3 });
    await world.passOn();
    await world.keep(planPartEntity, tenantId, { ...waits, waitsFor: 0, status: 'done' as const, version: 4 });
    await world.passOn();
    expect(world.queued.slice(1)).toEqual([{ tenantId, planId, territoryId, day: waits.day }]);
  });

  it('puts a new tenant on the list that the clock goes through', async () => {
    const tenant = aTenant();
    await world.keep(tenantEntity, tenant.id, tenant);
    await world.passOn();
    expect(await allTenantIds(world.table)).toEqual([tenant.id]);
  });

  it('is asked for again from the record whose follow-up failed, and then goes through', async () => {
    const part = aPlanPart(aPlan({ territoryIds: [territoryId] }));
    await world.keep(appointmentEntity, tenantId, anAppointment({ territoryId }));
    await world.keep(planPartEntity, tenantId, part);
    const event = await world.changes();
    world.broken.add('queue');
    expect(await world.handle(event)).toEqual({ batchItemFailures: [{ itemIdentifier: sequenceOf(event, 1) }] });
    world.broken.clear();
    expect(await world.handle({ Records: event.Records.slice(1) })).toEqual({ batchItemFailures: [] });
    expect(world.queued).toEqual([{ tenantId, planId: part.planId, territoryId, day: part.day }]);
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
