import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTimersHandler } from '../../../functions/timers/handler.ts';
import type { PlanQueue } from '../../../functions/platform/queue.ts';
import { idMaker } from '../../../functions/platform/ids.ts';
import { houseTenantId, tenantEntryEntity } from '../../../functions/store/entities/tenant-entry.ts';
import { messageEntity } from '../../../functions/store/entities/message.ts';
import { planEntity } from '../../../functions/store/entities/plan.ts';
import { planPartEntity } from '../../../functions/store/entities/plan-part.ts';
import type { PlanPart } from '../../../shared/model/plan-part.ts';
import type { PlanCommand } from '../../../shared/protocol/plan-command.ts';
import { aMessage } from '../../builders/a-message.ts';
import { aPlan, aPlanPart } from '../../builders/a-plan.ts';
import { anId } from '../../builders/an-id.ts';
import { openTestTable, type TestTable } from '../../fakes/open-test-table.ts';
import { setClock } from '../../fakes/set-clock.ts';
import { silentLog } from '../../fakes/silent-log.ts';

const justNow = '2026-05-12T13:59:00.000Z';
const halfAnHourAgo = '2026-05-12T13:30:00.000Z';
const twoHoursAgo = '2026-05-12T12:00:00.000Z';
const yesterday = '2026-05-11T14:00:00.000Z';

describe('the clock', () => {
  let test: TestTable;
  let queued: PlanCommand[];
  const [harbor, rival] = [anId('tenant'), anId('tenant')];
  const clock = setClock('2026-05-12T14:00:00.000Z');

  beforeEach(async () => {
    test = await openTestTable();
    queued = [];
    await test.keep(tenantEntryEntity, houseTenantId, { tenantId: harbor }, { tenantId: rival });
    await test.changes();
  });
  afterEach(() => test.close());

  const keep: PlanQueue = async (command) => void queued.push(command);
  const round = (queuePlan: PlanQueue = keep) =>
    createTimersHandler({
      table: test.table,
      clock,
      newId: idMaker(clock),
      random: () => 0.5,
      queuePlan,
      log: silentLog(),
    })();
  const messageWaitingSince = (instant: string) => aMessage({ createdAt: instant, updatedAt: instant });
  const planAskedAt = (instant: string) => aPlan({ createdAt: instant, updatedAt: instant });

  it('sends a message through the change stream again that was dropped on the way, whosever it is', async () => {
    const messages = [messageWaitingSince(halfAnHourAgo), messageWaitingSince(twoHoursAgo)] as const;
    await test.keep(messageEntity, harbor, messages[0]);
    await test.keep(messageEntity, rival, messages[1]);
    await test.changes();
    expect(await round()).toMatchObject({ messagesResumed: 2, messagesParked: 0 });
    const { Records } = await test.changes();
    expect(Records.map(({ dynamodb }) => dynamodb?.NewImage?.['data']?.M?.['version']?.N)).toEqual(['2', '2']);
    expect(await test.table.get(messageEntity, harbor, messages[0])).toMatchObject({ status: 'waiting', version: 2 });
  });

  it('leaves alone what was asked for a moment ago, and what is done', async () => {
    const done = { ...messageWaitingSince(twoHoursAgo), status: 'sent' as const };
    await test.keep(messageEntity, harbor, messageWaitingSince(justNow), done);
    await test.keep(planEntity, harbor, planAskedAt(justNow), {
      ...planAskedAt(twoHoursAgo),
      status: 'proposed' as const,
    });
    expect(await round()).toMatchObject({ messagesResumed: 0, messagesParked: 0, plansResumed: 0, plansGivenUp: 0 });
    expect(queued).toEqual([]);
  });

  it('parks a message that waited until it was no news, in sight of the console', async () => {
    const message = messageWaitingSince(yesterday);
    await test.keep(messageEntity, harbor, message);
    expect(await round()).toMatchObject({ messagesResumed: 0, messagesParked: 1 });
    expect(await test.table.get(messageEntity, harbor, message)).toMatchObject({
      status: 'parked',
      failure: 'It could not be sent while it was news.',
    });
    expect(await round()).toMatchObject({ messagesParked: 0 });
  });

  it('queues a plan again that the planner left unanswered', async () => {
    const plan = planAskedAt(halfAnHourAgo);
    const next = aPlanPart(plan, { day: '2026-05-13' });
    const after = aPlanPart(plan, { day: '2026-05-14', waitsFor: 1 });
    await test.keep(planEntity, harbor, plan);
    await test.keep(planPartEntity, harbor, aPlanPart(plan, { status: 'done' }), next, after);
    expect(await round()).toMatchObject({ plansResumed: 1, plansGivenUp: 0 });
    expect(queued).toEqual([commandOf(harbor, next)]);
  });

  it('leaves a long plan alone in which something moved a moment ago', async () => {
    const plan = aPlan({ createdAt: twoHoursAgo, updatedAt: justNow });
    await test.keep(planEntity, harbor, plan);
    await test.keep(planPartEntity, harbor, aPlanPart(plan));
    expect(await round()).toMatchObject({ plansResumed: 0, plansGivenUp: 0 });
  });

  it('tells who asked for a plan that it failed when an hour brought no answer', async () => {
    const plan = planAskedAt(twoHoursAgo);
    await test.keep(planEntity, harbor, plan);
    expect(await round()).toMatchObject({ plansResumed: 0, plansGivenUp: 1 });
    expect(await test.table.get(planEntity, harbor, plan)).toMatchObject({ status: 'failed' });
    expect(queued).toEqual([]);
  });

  it('goes on with the other tenants where one fails, and then says that it failed', async () => {
    const [broken, sound] = [planAskedAt(halfAnHourAgo), planAskedAt(halfAnHourAgo)];
    await test.keep(planEntity, harbor, broken);
    await test.keep(planPartEntity, harbor, aPlanPart(broken));
    await test.keep(planEntity, rival, sound);
    await test.keep(planPartEntity, rival, aPlanPart(sound));
    const refusing = async (command: PlanCommand) => {
      if (command.tenantId === harbor) throw new Error('the queue is down');
      queued.push(command);
    };
    await expect(round(refusing)).rejects.toThrow(/1 tenants/);
    expect(queued).toEqual([commandOf(rival, aPlanPart(sound))]);
  });
});

const commandOf = (tenantId: string, { planId, territoryId, day }: PlanPart): PlanCommand => ({
  tenantId,
  planId,
  territoryId,
  day,
});
