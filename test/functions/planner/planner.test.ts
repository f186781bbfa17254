import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlannerHandler, mostReceives } from '../../../functions/planner/handler.ts';
import { planPart, type Planner } from '../../../functions/planner/plan-part.ts';
import { idMaker } from '../../../functions/platform/ids.ts';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { planEntity } from '../../../functions/store/entities/plan.ts';
import { planPartEntity } from '../../../functions/store/entities/plan-part.ts';
import { planProposalOf } from '../../../functions/store/questions/plan-file.ts';
import { stockLevelEntity } from '../../../functions/store/entities/stock-level.ts';
import { serviceContractEntity } from '../../../functions/store/entities/service-contract.ts';
import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import type { PlanCommand } from '../../../shared/protocol/plan-command.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { sourceOf } from '../../../shared/geo/travel-source.ts';
import { searching } from '../../../shared/routing/solve.ts';
import { aContract } from '../../builders/a-contract.ts';
import { aPlan, aPlanPart } from '../../builders/a-plan.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { aTerritory } from '../../builders/a-territory.ts';
import { anAppointment, anAssignedAppointment, tuesday } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { openTestTable, type TestTable } from '../../fakes/open-test-table.ts';
import { setClock } from '../../fakes/set-clock.ts';
import { silentLog } from '../../fakes/silent-log.ts';
import { aQueueEvent } from './a-queue-event.ts';

describe('the planner', () => {
  let test: TestTable;
  const tenantId = anId('tenant');
  const clock = setClock('2026-05-12T11:00:00.000Z');
  const partId = anId('part');
  const van = anId('stockLocation');
  const rosa = aTechnician({ vanStockLocationId: van });

  beforeEach(async () => {
    test = await openTestTable();
    await test.keep(territoryEntity, tenantId, aTerritory());
    await test.keep(technicianEntity, tenantId, rosa);
  });
  afterEach(() => test.close());

  const planner = () => ({
    table: test.table,
    clock,
    newId: idMaker(clock),
    random: () => 0.5,
    travel: sourceOf(estimatedTravel),
    log: silentLog(),
  });
  const planOf = (id: string) => test.table.get(planEntity, tenantId, { id });
  const requestPlan = async (changes: Parameters<typeof aPlan>[0] = {}) => {
    const plan = aPlan(changes);
    const part = aPlanPart(plan);
    await test.keep(planEntity, tenantId, plan);
    await test.keep(planPartEntity, tenantId, part);
    const { id: planId } = plan;
    return { ...plan, command: { tenantId, planId, territoryId: part.territoryId, day: part.day } };
  };
  const proposalOf = async ({ command }: { command: PlanCommand }) => {
    const part = await test.table.get(planPartEntity, tenantId, command);
    if (!part) throw new Error('the part is missing');
    return { part, ...(await planProposalOf(test.table, tenantId, part)) };
  };

  it('fills a requested plan with routes for the backlog, kept stops, reasons and figures', async () => {
    const stands = anAssignedAppointment(rosa.id, '2026-05-12T14:00:00.000Z');
    const waits = anAppointment({ partRequirements: [{ partId, quantity: 1 }] });
    const impossible = anAppointment({ skillRequirements: [{ skillId: anId('skill'), level: 1 }] });
    await test.keep(appointmentEntity, tenantId, stands, waits, impossible);
    await test.keep(technicianDayEntity, tenantId, aDayWith(stands));
    await test.keep(stockLevelEntity, tenantId, {
      stockLocationId: van,
      partId,
      quantity: 2,
      version: 1,
      updatedAt: '2026-05-12T10:00:00.000Z',
    });
    const plan = await requestPlan();
    const answer = await createPlannerHandler(planner())(aQueueEvent([plan.command]));
    expect(answer).toEqual({ batchItemFailures: [] });
    const proposed = await planOf(plan.id);
    expect(proposed).toMatchObject({ status: 'proposed', changes: 1, unassignedTotal: 1 });
    const { part, routes, unassigned } = await proposalOf(plan);
    expect(part).toMatchObject({ status: 'done', run: { seed: 7, at: '2026-05-12T11:00:00.000Z' } });
    const stops = routes.flatMap((route) => route.stops);
    expect(stops.find(({ appointmentId }) => appointmentId === stands.id)).toMatchObject({
      change: 'kept',
      plannedStartAt: '2026-05-12T14:00:00.000Z',
    });
    expect(stops.find(({ appointmentId }) => appointmentId === waits.id)).toMatchObject({
      change: 'added',
      appointmentVersion: waits.version,
    });
    expect(unassigned).toEqual([
      {
        appointmentId: impossible.id,
        reasons: [{ reason: 'skill-missing', technicians: 1 }],
        change: expect.objectContaining({ kind: 'skill' }),
      },
    ]);
    expect([proposed?.before?.scheduled, proposed?.after?.scheduled]).toEqual([1, 2]);
  });

  it('keeps to whom a customer’s contract prefers and forbids', async () => {
    const [tomas, una] = [aTechnician({ id: anId('technician') }), aTechnician({ id: anId('technician') })];
    await test.keep(technicianEntity, tenantId, tomas, una);
    const [choosy, fond] = [anId('customer'), anId('customer')];
    const waiting = [choosy, fond].map((customerId) => anAppointment({ customerId }));
    await test.keep(appointmentEntity, tenantId, ...waiting);
    const forbids = aContract({ customerId: choosy, forbiddenTechnicianIds: [rosa.id, tomas.id] });
    const prefers = aContract({ customerId: fond, preferredTechnicianIds: [tomas.id] });
    await test.keep(serviceContractEntity, tenantId, forbids, prefers);
    const plan = await requestPlan();
    await createPlannerHandler(planner())(aQueueEvent([plan.command]));
    const { routes } = await proposalOf(plan);
    const whoHas = ({ id }: { id: string }) =>
      routes.find(({ stops }) => stops.some(({ appointmentId }) => appointmentId === id))?.technicianId;
    expect(waiting.map(whoHas)).toEqual([una.id, tomas.id]);
  });

  it('does not plan what needs a part that is not on the van', async () => {
    const waits = anAppointment({ partRequirements: [{ partId, quantity: 1 }] });
    await test.keep(appointmentEntity, tenantId, waits);
    const plan = await requestPlan();
    await createPlannerHandler(planner())(aQueueEvent([plan.command]));
    expect((await proposalOf(plan)).unassigned).toMatchObject([{ reasons: [{ reason: 'part-not-on-van' }] }]);
  });

  it('plans around an appointment in another territory and the way to it', async () => {
    const elsewhere = anAssignedAppointment(rosa.id, '2026-05-12T12:00:00.000Z', {
      territoryId: anId('territory'),
      durationSeconds: 8 * 3600,
      place: { location: [-71.02, 42.3], addressText: '9 Harbor Road' },
    });
    // An hour is left of the shift, and the work takes an hour: only the way is in between.
    await test.keep(appointmentEntity, tenantId, elsewhere, anAppointment());
    await test.keep(technicianDayEntity, tenantId, aDayWith(elsewhere));
    const plan = await requestPlan();
    await createPlannerHandler(planner())(aQueueEvent([plan.command]));
    expect((await proposalOf(plan)).unassigned).toMatchObject([{ reasons: [{ reason: 'no-free-time' }] }]);
  });

  it('answers a command that comes twice with the first proposal', async () => {
    await test.keep(appointmentEntity, tenantId, anAppointment());
    const plan = await requestPlan();
    const handle = createPlannerHandler(planner());
    await Promise.all([handle(aQueueEvent([plan.command])), handle(aQueueEvent([plan.command]))]);
    const first = await planOf(plan.id);
    await handle(aQueueEvent([plan.command, plan.command]));
    expect(first).toMatchObject({ status: 'proposed', progress: { partsDone: 1 } });
    expect(await planOf(plan.id)).toEqual(first);
  });

  it('leaves a plan alone that was put aside', async () => {
    const plan = await requestPlan({ status: 'discarded' });
    const before = await planOf(plan.id);
    await createPlannerHandler(planner())(aQueueEvent([plan.command]));
    expect(await planOf(plan.id)).toEqual(before);
    expect((await proposalOf(plan)).part.status).toBe('waiting');
  });

  it('saves nothing of a solution that the checker refuses, and says why', async () => {
    await test.keep(appointmentEntity, tenantId, anAppointment());
    const plan = await requestPlan();
    const faulty: Planner = {
      ...planner(),
      search: function* (problem, options) {
        const { routes, ...solution } = yield* searching(problem, options);
        const early = routes.map((route) => ({
          ...route,
          stops: route.stops.map((stop) => ({ ...stop, start: stop.start - 86_400, end: stop.end - 86_400 })),
        }));
        return { ...solution, routes: early };
      },
    };
    await planPart(faulty, plan.command);
    const failed = await planOf(plan.id);
    expect(failed).toMatchObject({ status: 'failed', changes: 0 });
    expect(failed?.failure).toMatch(/too-early|outside-shift/);
    expect(await proposalOf(plan)).toMatchObject({ part: { status: 'failed', pages: 0 }, routes: [] });
  });

  it('hands back only the commands that failed, and gives the plan up in sight the last time', async () => {
    await test.keep(appointmentEntity, tenantId, anAppointment());
    const good = await requestPlan();
    const orphan = await requestPlan({ territoryIds: [anId('territory')] });
    const handle = createPlannerHandler(planner());
    const commands = [orphan.command, good.command];
    expect(await handle(aQueueEvent(commands))).toEqual({ batchItemFailures: [{ itemIdentifier: 'message-0' }] });
    expect(await planOf(good.id)).toMatchObject({ status: 'proposed' });
    expect(await planOf(orphan.id)).toMatchObject({ status: 'requested' });
    await handle(aQueueEvent(commands.slice(0, 1), mostReceives));
    expect(await planOf(orphan.id)).toMatchObject({ status: 'failed' });
  });

  it('sees nothing of another tenant', async () => {
    await test.keep(appointmentEntity, tenantId, anAppointment());
    const plan = await requestPlan();
    const before = await planOf(plan.id);
    await createPlannerHandler(planner())(aQueueEvent([{ ...plan.command, tenantId: anId('tenant') }]));
    expect(await planOf(plan.id)).toEqual(before);
  });
});

const aDayWith = ({ id, assignments: [assignment] }: ReturnType<typeof anAppointment>) => ({
  technicianId: assignment?.technicianId ?? '',
  day: tuesday,
  version: 1,
  intervals: [
    {
      kind: 'appointment' as const,
      id,
      from: assignment?.plannedStartAt ?? '',
      to: assignment?.plannedEndAt ?? '',
    },
  ],
});
