import type { HeldTo } from '../../../shared/protocol/endpoints/contracts.ts';
import type { DayCopy } from './day-copy.ts';

/** The copy with whom contracts and earlier visits name, as the planner reckons it: only what waits is bound to who began it, and to its end. */
export const dayHeldTo = (day: DayCopy, held: readonly HeldTo[]): DayCopy => {
  const byId = new Map(held.map((one) => [one.appointmentId, one]));
  const backlog = day.backlog
    .filter(({ id }) => !byId.get(id)?.heldBack)
    .map((one) => {
      const { earliestStartAt = one.earliestStartAt } = byId.get(one.id)?.onlyBy ?? {};
      return { ...one, earliestStartAt };
    });
  return {
    ...day,
    backlog,
    named: new Map(held.flatMap(({ appointmentId, named }) => (named ? [[appointmentId, named] as const] : []))),
    onlyBy: new Map(
      backlog.flatMap(({ id }) => {
        const { onlyBy } = byId.get(id) ?? {};
        return onlyBy ? [[id, onlyBy.technicianIds] as const] : [];
      }),
    ),
  };
};
