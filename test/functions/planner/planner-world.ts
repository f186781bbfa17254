import { randomBytes } from 'node:crypto';
import { createChangesHandler } from '../../../functions/changes/handler.ts';
import type { Planner } from '../../../functions/planner/plan-part.ts';
import { planPart } from '../../../functions/planner/plan-part.ts';
import { idMaker } from '../../../functions/platform/ids.ts';
import { planEntity } from '../../../functions/store/entities/plan.ts';
import { planParts, planProposalOf } from '../../../functions/store/questions/plan-file.ts';
import { estimatedTravel } from '../../../shared/geo/estimated-travel.ts';
import { sourceOf } from '../../../shared/geo/travel-source.ts';
import { planSchema, type Plan, type PlannedPickup, type PlannedStop } from '../../../shared/model/plan.ts';
import type { PlanCommand } from '../../../shared/protocol/plan-command.ts';
import { afterIterations } from '../../../shared/routing/search/stop-rule.ts';
import { searching } from '../../../shared/routing/solve.ts';
import { openHttpWorld } from '../../fakes/http-world.ts';
import { silentLog } from '../../fakes/silent-log.ts';

export interface ProposedStop extends PlannedStop {
  readonly technicianId: string;
  readonly territoryId: string;
  readonly day: string;
}

/** HTTP, change stream, queue and planner on one table: what a test asks for goes the whole way, step by step. */
export const openPlannerWorld = async (tenantId: string) => {
  const world = await openHttpWorld(new Date('2026-05-11T20:00:00.000Z'));
  const token = await world.token({ tenantId, roles: ['dispatcher'] });
  const clock = () => world.now;
  const queued: PlanCommand[] = [];
  const changes = createChangesHandler({
    ...{ table: world.table, clock, newId: idMaker(clock), random: () => 0.5, randomBytes, log: silentLog() },
    webOrigin: 'https://fieldline.test',
    sendLive: async () => 'sent',
    sendMessage: async () => undefined,
    queuePlan: async (command) => void queued.push(command),
  });
  const planner: Planner = {
    ...{ table: world.table, clock, newId: idMaker(clock), random: () => 0.5 },
    travel: sourceOf(estimatedTravel),
    log: silentLog(),
    // A few stops are planned well at once; what is tested here is not how well.
    search: (problem, options) => searching(problem, { ...options, stop: afterIterations(100) }),
  };
  const post = (path: string, body: object = {}) => world.call({ method: 'POST', path, token, body });
  return {
    ...world,
    planner,
    queued,
    post,
    /** Asks for a plan over HTTP. */
    ask: async (territoryIds: readonly string[], days: number, fromDay = '2026-05-12'): Promise<Plan> => {
      const { status, body } = await post('/v1/plans', { territoryIds, fromDay, days, seed: 7 });
      if (status !== 202) throw new Error(JSON.stringify(body));
      return planSchema.parse(body);
    },
    /** Passes on what changed; answers the commands that came of it. */
    passOn: async (): Promise<PlanCommand[]> => {
      for (let event = await world.changes(); event.Records.length > 0; event = await world.changes()) {
        await changes(event);
      }
      return queued.splice(0);
    },
    planOf: async ({ id }: Plan): Promise<Plan> => {
      const plan = await world.table.get(planEntity, tenantId, { id });
      if (!plan) throw new Error('the plan is missing');
      return plan;
    },
    partsOf: ({ id }: Plan) => planParts(world.table, tenantId, id),
    /** Every stop that the plan proposes. */
    stopsOf: async ({ id }: Plan): Promise<ProposedStop[]> => {
      const parts = await planParts(world.table, tenantId, id);
      const proposals = await Promise.all(
        parts.map(async (part) => ({ part, ...(await planProposalOf(world.table, tenantId, part)) })),
      );
      return proposals.flatMap(({ part: { territoryId, day }, routes }) =>
        routes.flatMap(({ technicianId, stops }) => stops.map((stop) => ({ ...stop, technicianId, territoryId, day }))),
      );
    },
    /** Everything that the plan would fetch on the way. */
    pickupsOf: async ({ id }: Plan): Promise<PlannedPickup[]> => {
      const parts = await planParts(world.table, tenantId, id);
      const proposals = await Promise.all(parts.map((part) => planProposalOf(world.table, tenantId, part)));
      return proposals.flatMap(({ routes }) => routes.flatMap(({ pickups = [] }) => pickups));
    },
  };
};
export type PlannerWorld = Awaited<ReturnType<typeof openPlannerWorld>>;

/** Lets the planner work until nothing is queued any more; every command comes `times` times. */
export const workOff = async (world: PlannerWorld, times = 1): Promise<PlanCommand[]> => {
  const done: PlanCommand[] = [];
  for (let commands = await world.passOn(); commands.length > 0; commands = await world.passOn()) {
    for (const command of commands) {
      await Promise.all(Array.from({ length: times }, () => planPart(world.planner, command)));
      done.push(command);
    }
  }
  return done;
};
