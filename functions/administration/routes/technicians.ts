import { addDays, dayOf } from '../../../shared/geo/zoned-time.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import * as endpoints from '../../../shared/protocol/endpoints/technicians.ts';
import { homeOf } from '../../api/technician-of.ts';
import { technicianEntity } from '../../store/entities/technician.ts';
import { daysOfTechnician } from '../../store/questions/technician-days.ts';
import { changeRecord, createRecord } from '../../api/keep-record.ts';
import { inUse, recordOf } from '../../api/record-of.ts';
import { requireKnownThings } from '../known-things.ts';
import { staffRoute, type Route, type StaffAsked } from '../route.ts';

export const technicianRoutes: readonly Route[] = [
  staffRoute(endpoints.createTechnician, async (asked) => {
    const id = asked.deps.newId('technician');
    await requireKnownThings(asked, { id, ...asked.body });
    const work = asked.begin();
    return asked.settle(work, createRecord(asked, work, technicianEntity, { id, ...asked.body }));
  }),

  staffRoute(endpoints.changeTechnician, (asked) =>
    asked.decide(async () => {
      const before = await recordOf(asked, technicianEntity, { id: asked.params.technicianId });
      await requireKnownThings(asked, { id: before.id, ...asked.body });
      if (before.active && !asked.body.active) await requireNoWork(asked, before);
      const { id, version, createdAt, updatedAt } = before;
      const work = asked.begin();
      const after = { id, version, createdAt, updatedAt, ...asked.body };
      return { work, answer: changeRecord(asked, work, technicianEntity, before, after) };
    }),
  ),
];

/** So far ahead is looked for work that somebody who leaves still has. */
const lookedAheadDays = 31;

/** Who leaves would leave his appointments to nobody. */
export const requireNoWork = async (asked: StaffAsked, technician: Technician): Promise<void> => {
  const { timeZone } = await homeOf(asked, technician);
  const today = dayOf(asked.now, timeZone);
  const days = Array.from({ length: lookedAheadDays }, (_, i) => addDays(today, i));
  const guards = await daysOfTechnician(asked.deps.table, asked.tenantId, technician.id, days);
  const busy = guards.filter(({ intervals }) =>
    intervals.some(({ kind, to }) => kind === 'appointment' && Date.parse(to) > Date.parse(asked.now)),
  );
  if (busy.length > 0) {
    throw inUse(
      `Work is still planned for ${technician.name} on ${busy
        .map(({ day }) => day)
        .slice(0, 5)
        .join(', ')}.`,
    );
  }
};
