import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPlannerHandler, mostReceives } from '../../../functions/planner/handler.ts';
import { planPart, solvedPart } from '../../../functions/planner/plan-part.ts';
import type { Search } from '../../../functions/planner/solve-part.ts';
import { appointmentEntity } from '../../../functions/store/entities/appointment.ts';
import { planProposalOf } from '../../../functions/store/questions/plan-file.ts';
import { stockLevelEntity } from '../../../functions/store/entities/stock-level.ts';
import { technicianDayEntity } from '../../../functions/store/entities/technician-day.ts';
import { technicianEntity } from '../../../functions/store/entities/technician.ts';
import { territoryEntity } from '../../../functions/store/entities/territory.ts';
import type { Problem } from '../../../shared/routing/problem.ts';
import type { SearchProgress } from '../../../shared/routing/search/anneal.ts';
import { searching } from '../../../shared/routing/solve.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { aTerritory } from '../../builders/a-territory.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';
import { aQueueEvent } from './a-queue-event.ts';
import { openPlannerWorld, workOff, type PlannerWorld, type ProposedStop } from './planner-world.ts';

const [tuesday, wednesday, thursday] = ['2026-05-12', '2026-05-13', '2026-05-14'] as const;
const tenantId = anId('tenant');
const [north, south, west] = [anId('territory'), anId('territory'), anId('territory')] as const;
const partId = anId('part');
const van = anId('stockLocation');
const rosa = aTechnician({ territoryIds: [north, south], vanStockLocationId: van });
const sam = aTechnician({ territoryIds: [west] });

/** Three hours of work that may be done on any day of the week. */
const anErrand = (territoryId: string, changes: Parameters<typeof anAppointment>[0] = {}) =>
  anAppointment({ territoryId, durationSeconds: 3 * 3600, dueBy: '2026-05-15T21:00:00.000Z', ...changes });
const errands = (territoryId: string, count: number) => Array.from({ length: count }, () => anErrand(territoryId));

describe('a plan of several territories and days', () => {
  let world: PlannerWorld;
  beforeEach(async () => {
    world = await openPlannerWorld(tenantId);
    for (const id of [north, south, west]) await world.keep(territoryEntity, tenantId, aTerritory({ id }));
    await world.keep(technicianEntity, tenantId, rosa, sam);
  });
  afterEach(() => world.close());

  it('is planned part by part, those side by side that share nobody, and joined by the last', async () => {
    await world.keep(appointmentEntity, tenantId, ...errands(north, 1), ...errands(south, 1), ...errands(west, 1));
    const plan = await world.ask([north, south, west], 2);
    const first = await world.passOn();
    expect(first.map(({ territoryId, day }) => [territoryId, day])).toEqual(
      expect.arrayContaining([
        [north, tuesday],
        [west, tuesday],
      ]),
    );
    expect(first).toHaveLength(2);
    for (const command of first) await planPart(world.planner, command);
    expect(await world.planOf(plan)).toMatchObject({ status: 'requested', progress: { parts: 6, partsDone: 2 } });
    await workOff(world);
    expect(await world.planOf(plan)).toMatchObject({
      status: 'proposed',
      changes: 3,
      unassignedTotal: 0,
      progress: { partsDone: 6, partsFailed: 0, placed: 3 },
      after: { scheduled: 3 },
    });
  });

  it('tries on a later day what finds no place on its own, and proposes nothing twice', async () => {
    const waiting = errands(west, 7);
    await world.keep(appointmentEntity, tenantId, ...waiting);
    const plan = await world.ask([west], 3);
    await workOff(world);
    const stops = await world.stopsOf(plan);
    // Nine hours a day hold two of them with the way between.
    expect(countBy(stops, ({ day }) => day)).toEqual({ [tuesday]: 2, [wednesday]: 2, [thursday]: 2 });
    expect(new Set(stops.map(({ appointmentId }) => appointmentId)).size).toBe(6);
    expect(await world.planOf(plan)).toMatchObject({ unassignedTotal: 1 });
  });

  it('puts what was promised for a day on that day', async () => {
    const window = { from: '2026-05-13T14:00:00.000Z', to: '2026-05-13T16:00:00.000Z' };
    const told = anErrand(west, { arrivalWindow: window });
    await world.keep(appointmentEntity, tenantId, told);
    const plan = await world.ask([west], 3);
    await workOff(world);
    expect(await world.stopsOf(plan)).toMatchObject([{ appointmentId: told.id, day: wednesday }]);
  });

  it('never sends a technician to two places who serves several territories', async () => {
    await world.keep(appointmentEntity, tenantId, ...errands(north, 6), ...errands(south, 6));
    const plan = await world.ask([north, south], 2);
    await workOff(world);
    const stops = await world.stopsOf(plan);
    expect(stops).toHaveLength(4);
    expect(overlapping(stops)).toEqual([]);
    expect(await world.planOf(plan)).toMatchObject({ status: 'proposed', unassignedTotal: 8 });
  });

  it('promises what lies on a van once, over all days and territories', async () => {
    const partRequirements = [{ partId, quantity: 1 }];
    const wanting = [north, south, north].map((id) => anErrand(id, { partRequirements }));
    await world.keep(appointmentEntity, tenantId, ...wanting);
    const level = { stockLocationId: van, partId, quantity: 2, version: 1, updatedAt: '2026-05-11T10:00:00.000Z' };
    await world.keep(stockLevelEntity, tenantId, level);
    const plan = await world.ask([north, south], 3);
    await workOff(world);
    expect(await world.stopsOf(plan)).toHaveLength(2);
  });

  it('leaves on the van what work on another day of the horizon stands there for', async () => {
    const partRequirements = [{ partId, quantity: 1 }];
    const plannedStartAt = '2026-05-13T14:00:00.000Z';
    const stands = anAssignedAppointment(rosa.id, plannedStartAt, {
      territoryId: north,
      partRequirements,
      day: wednesday,
    });
    await world.keep(appointmentEntity, tenantId, stands, anErrand(north, { partRequirements }));
    const interval = {
      kind: 'appointment' as const,
      id: stands.id,
      from: plannedStartAt,
      to: '2026-05-13T15:00:00.000Z',
    };
    const guard = { technicianId: rosa.id, day: wednesday, version: 1, intervals: [interval] };
    await world.keep(technicianDayEntity, tenantId, guard);
    const level = { stockLocationId: van, partId, quantity: 1, version: 1, updatedAt: '2026-05-11T10:00:00.000Z' };
    await world.keep(stockLevelEntity, tenantId, level);
    const plan = await world.ask([north], 2);
    await workOff(world);
    expect(await world.stopsOf(plan)).toMatchObject([{ appointmentId: stands.id, change: 'kept' }]);
  });

  it('comes out the same when every message comes three times at once', async () => {
    await world.keep(appointmentEntity, tenantId, ...errands(north, 3), ...errands(south, 3));
    const [once, thrice] = [await world.ask([north, south], 2), await world.ask([north, south], 2)];
    await workOff(world, 3);
    const [a, b] = [await world.stopsOf(once), await world.stopsOf(thrice)];
    expect(b).toEqual(a);
    expect(await world.planOf(thrice)).toMatchObject({ status: 'proposed', progress: { parts: 4, partsDone: 4 } });
  });

  it('takes up a part again whose worker was killed before it had written, and one killed right after', async () => {
    await world.keep(appointmentEntity, tenantId, ...errands(west, 3));
    const plan = await world.ask([west], 2);
    const [command] = await world.passOn();
    const killed = { ...world.planner, table: { ...world.table, transact: () => Promise.reject(new Error('killed')) } };
    await expect(planPart(killed, command!)).rejects.toThrow('killed');
    expect((await world.planOf(plan)).progress.partsDone).toBe(0);
    await planPart(world.planner, command!);
    // It had written but its message was not taken off the queue.
    await planPart(world.planner, command!);
    await workOff(world);
    expect(await world.planOf(plan)).toMatchObject({ status: 'proposed', progress: { partsDone: 2 }, changes: 3 });
  });

  it('goes on without a part that fails, says so, and gives its work to the days after', async () => {
    await world.keep(appointmentEntity, tenantId, ...errands(west, 1));
    const plan = await world.ask([west], 2);
    const [command] = await world.passOn();
    const broken = createPlannerHandler({
      ...world.planner,
      search: () => {
        throw new Error('no way');
      },
    } as never);
    await broken(aQueueEvent([command!], mostReceives));
    expect(await world.planOf(plan)).toMatchObject({ status: 'requested', progress: { partsFailed: 1 } });
    await workOff(world);
    expect(await world.planOf(plan)).toMatchObject({
      status: 'proposed',
      failure: expect.stringMatching(/planner failed/),
    });
    expect(await world.stopsOf(plan)).toMatchObject([{ day: wednesday }]);
  });

  it('stopped before anything was begun does nothing', async () => {
    await world.keep(appointmentEntity, tenantId, ...errands(west, 2));
    const plan = await world.ask([west], 2);
    await world.post(`/v1/plans/${plan.id}/cancel`);
    await workOff(world);
    expect(await world.planOf(plan)).toMatchObject({ status: 'cancelled', progress: { partsDone: 0 } });
    expect(await world.stopsOf(plan)).toEqual([]);
  });

  it('stopped while a part is worked on ends at the next look and keeps nothing of it', async () => {
    await world.keep(appointmentEntity, tenantId, ...errands(west, 2));
    const plan = await world.ask([west], 2);
    const [command] = await world.passOn();
    const steps: number[] = [];
    const stopping: typeof world.planner = {
      ...world.planner,
      table: {
        ...world.table,
        get: async (entity, tenant, ref, read) => {
          // The first look finds that somebody has stopped it.
          if (steps.length === 1) await world.post(`/v1/plans/${plan.id}/cancel`);
          return world.table.get(entity, tenant, ref, read);
        },
      },
      search: (problem, options) => heard(problem, options, ({ iterations }) => steps.push(iterations)),
    };
    await planPart(stopping, command!);
    // It was to take two thousand.
    expect(steps.at(-1)).toBeLessThan(1000);
    expect(await world.planOf(plan)).toMatchObject({ status: 'cancelled', progress: { partsDone: 0 } });
    expect(await world.stopsOf(plan)).toEqual([]);
  });

  it('stopped between two parts queues none of those that waited, and cannot be accepted', async () => {
    await world.keep(appointmentEntity, tenantId, ...errands(west, 3));
    const plan = await world.ask([west], 3);
    const [command] = await world.passOn();
    await planPart(world.planner, command!);
    await world.post(`/v1/plans/${plan.id}/cancel`);
    const later = await workOff(world);
    expect(later.map(({ day }) => day)).toEqual([wednesday]);
    expect(await world.planOf(plan)).toMatchObject({ status: 'cancelled', progress: { partsDone: 1 } });
    expect((await world.post(`/v1/plans/${plan.id}/accept`)).body).toMatchObject({ code: 'wrong-state' });
  });

  it('cannot be stopped once it is proposed: then it is put aside', async () => {
    const plan = await world.ask([west], 1);
    await workOff(world);
    expect((await world.post(`/v1/plans/${plan.id}/cancel`)).body).toMatchObject({ code: 'wrong-state' });
    expect((await world.post(`/v1/plans/${plan.id}/discard`)).body).toMatchObject({ status: 'discarded' });
  });

  it('tells how far a part is, at most once a second', async () => {
    await world.keep(appointmentEntity, tenantId, ...errands(west, 2));
    const plan = await world.ask([west], 1);
    const [command] = await world.passOn();
    const versions: number[] = [];
    let seconds = 0;
    const slow: typeof world.planner = {
      ...world.planner,
      clock: () => new Date(world.now.getTime() + seconds * 1000),
      search: (problem, options) => heard(problem, options, () => (seconds += 0.6)),
    };
    const get: typeof world.table.get = async (entity, tenant, ref, read) => {
      const found = await world.table.get(entity, tenant, ref, read);
      if (entity.name === 'plan') versions.push((found as { version: number } | undefined)?.version ?? 0);
      return found;
    };
    await planPart({ ...slow, table: { ...world.table, get } }, command!);
    // Looks after 0.6, 1.2 and 1.8 s: only the second comes a second after the plan was written.
    expect(versions).toEqual([1, 1, 1, 2, 2]);
    expect(await world.planOf(plan)).toMatchObject({ status: 'proposed', version: 3 });
  });

  it('is solved again to the same routes from the same inputs, seed and number of steps, stopped on the way or not', async () => {
    await world.keep(appointmentEntity, tenantId, ...errands(north, 4), ...errands(south, 4));
    const plan = await world.ask([north, south], 2);
    await workOff(world);
    for (const part of await world.partsOf(plan)) {
      const { run } = part;
      const course = { now: run?.at ?? '', iterations: run?.iterations, goOn: async () => true };
      const again = await solvedPart(world.planner, { tenantId, plan, part, ...course });
      expect(again.proposal).toEqual(await planProposalOf(world.table, tenantId, part));
      expect(again.run).toEqual(run);
    }
  });
});

/** The optimiser, with somebody who hears of it whenever it looks up. */
const heard = function* (
  problem: Problem,
  options: Parameters<Search>[1],
  hear: (progress: SearchProgress) => unknown,
): ReturnType<Search> {
  const search = searching(problem, options);
  let step = search.next();
  for (; !step.done; step = search.next()) {
    hear(step.value);
    yield step.value;
  }
  return step.value;
};

const countBy = <Item>(items: readonly Item[], nameOf: (item: Item) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[nameOf(item)] = (counts[nameOf(item)] ?? 0) + 1;
  return counts;
};

/** Stops of one technician that begin before the one before them has ended and he was on his way. */
const overlapping = (stops: readonly ProposedStop[]): ProposedStop[] =>
  [...stops]
    .sort((a, b) => Date.parse(a.plannedStartAt) - Date.parse(b.plannedStartAt))
    .filter((stop, at, sorted) => {
      const before = sorted.slice(0, at).findLast(({ technicianId }) => technicianId === stop.technicianId);
      return before !== undefined && Date.parse(stop.plannedStartAt) < Date.parse(before.plannedEndAt);
    });
