import { addDays, dayOf } from '../../../shared/geo/zoned-time.ts';
import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { WorkType } from '../../../shared/model/work-type.ts';
import * as endpoints from '../../../shared/protocol/endpoints/work-types.ts';
import { workTypeEntity } from '../../store/entities/work-type.ts';
import { backlog, dayBoard } from '../../store/questions/board.ts';
import { allTerritories } from '../../store/questions/catalogue.ts';
import { allOpenRequests } from '../../store/questions/open-requests.ts';
import { changeRecord, createRecord, removeRecord } from '../../api/keep-record.ts';
import { requireKnownNeeds } from '../known-things.ts';
import { inUse, recordOf } from '../../api/record-of.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const workTypeRoutes: readonly Route[] = [
  staffRoute(endpoints.createWorkType, async (asked) => {
    await requireKnownNeeds(asked, asked.body);
    const work = asked.begin();
    const draft = { id: asked.deps.newId('workType'), ...asked.body };
    return asked.settle(work, createRecord(asked, work, workTypeEntity, draft));
  }),

  staffRoute(endpoints.changeWorkType, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, workTypeEntity, { id: asked.params.workTypeId });
      await requireKnownNeeds(asked, asked.body);
      const { id, version, createdAt, updatedAt } = before;
      const work = asked.begin();
      const after = { id, version, createdAt, updatedAt, ...asked.body };
      return { work, answer: changeRecord(asked, work, workTypeEntity, before, after) };
    }),
  ),

  staffRoute(endpoints.removeWorkType, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, workTypeEntity, { id: asked.params.workTypeId });
      await requireUnused(asked, before);
      const work = asked.begin();
      removeRecord(asked, work, workTypeEntity, before);
      return { work, answer: undefined };
    }),
  ),
];

/** So far ahead is looked for planned work. */
const lookedAheadDays = 14;
const mostRead = 1000;

/** Appointments bear their own checklist and needs; what is open would lose the name of its work. */
const requireUnused = async ({ deps, tenantId, now }: StaffAsked, { id }: WorkType): Promise<void> => {
  for (const { id: territoryId, timeZone, name } of await allTerritories(deps.table, tenantId)) {
    const days = Array.from({ length: lookedAheadDays }, (_, i) => addDays(dayOf(now, timeZone), i));
    const [waiting, requests, ...boards] = await Promise.all([
      backlog(deps.table, tenantId, territoryId, mostRead),
      allOpenRequests(deps.table, tenantId, territoryId, mostRead),
      ...days.map((day) => dayBoard(deps.table, tenantId, territoryId, day)),
    ]);
    const open: readonly Appointment[] = [...waiting, ...boards.flat()].filter(({ status }) => !isFinished(status));
    const [first] = open.filter(({ workTypeId }) => workTypeId === id);
    if (first) throw inUse(`${first.workOrderNumber} in ${name} is of this type and not finished.`);
    if (requests.some(({ workTypeId }) => workTypeId === id)) throw inUse(`A request in ${name} waits for it.`);
  }
};
