import { ringCrossing } from '../../../shared/geo/territory/ring-crossing.ts';
import type { Territory } from '../../../shared/model/territory.ts';
import * as endpoints from '../../../shared/protocol/endpoints/territories.ts';
import { badField, notFound, Refusal } from '../../platform/errors.ts';
import { territoryEntity } from '../../store/entities/territory.ts';
import { backlog } from '../../store/questions/board.ts';
import { allTechnicians, allTerritories } from '../../store/questions/catalogue.ts';
import { allOpenRequests } from '../../store/questions/open-requests.ts';
import { requireVersion } from '../../api/appointment-of.ts';
import { changeRecord, createRecord, removeRecord } from '../../api/keep-record.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';
import { territoryLoads } from '../territory-loads.ts';

export const territoryRoutes: readonly Route[] = [
  staffRoute(endpoints.createTerritory, (asked) => {
    requireSimple(asked.body.area);
    const work = asked.begin();
    const territory = createRecord(asked, work, territoryEntity, { id: asked.deps.newId('territory'), ...asked.body });
    return asked.settle(work, territory);
  }),

  staffRoute(endpoints.changeTerritory, (asked) =>
    asked.decide(async () => {
      const before = await territoryOf(asked, asked.params.territoryId);
      requireSimple(asked.body.area);
      const work = asked.begin();
      const { id, version, createdAt, updatedAt } = before;
      const after = { id, version, createdAt, updatedAt, ...asked.body };
      return { work, answer: changeRecord(asked, work, territoryEntity, before, after) };
    }),
  ),

  staffRoute(endpoints.removeTerritory, (asked) =>
    asked.decide(async () => {
      const before = await territoryOf(asked, asked.params.territoryId);
      await requireUnused(asked, before);
      const work = asked.begin();
      removeRecord(asked, work, territoryEntity, before);
      return { work, answer: undefined };
    }),
  ),

  staffRoute(endpoints.getTerritoryLoads, async ({ deps, tenantId, query }) => {
    const [territories, technicians] = await Promise.all([
      allTerritories(deps.table, tenantId),
      allTechnicians(deps.table, tenantId),
    ]);
    return { loads: await territoryLoads(deps.table, tenantId, { territories, technicians, from: query.from }) };
  }),
];

const territoryOf = async (asked: StaffAsked, id: string): Promise<Territory> => {
  const territory = await asked.deps.table.get(territoryEntity, asked.tenantId, { id });
  if (!territory) throw notFound('territory');
  requireVersion(asked, territory);
  return territory;
};

const requireSimple = (area: Territory['area']): void => {
  const crossing = ringCrossing(area);
  if (crossing) throw badField('body.area', `a ring crosses itself near ${crossing.join(', ')}`);
};

/** What names the territory would hang in the air. */
const requireUnused = async ({ deps, tenantId }: StaffAsked, { id }: Territory): Promise<void> => {
  const [technicians, waiting, requests] = await Promise.all([
    allTechnicians(deps.table, tenantId),
    backlog(deps.table, tenantId, id, 1),
    allOpenRequests(deps.table, tenantId, id, 1),
  ]);
  const serving = technicians.filter(({ territoryIds }) => territoryIds.includes(id)).map(({ name }) => name);
  if (serving.length > 0) throw inUse(`It is served by ${serving.slice(0, 5).join(', ')}.`);
  if (waiting.length > 0 || requests.length > 0) throw inUse('Work waits in it.');
};

const inUse = (detail: string): Refusal => new Refusal('wrong-state', { reason: 'in-use', detail });
