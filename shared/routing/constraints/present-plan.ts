import { charge, forbid, type Constraint } from '../kernel/draft.ts';

/** What is promised at present: technician, time and position may be locked, and changing them may cost. Fixed stops are pinned by the start. */
export const presentPlan: Constraint = {
  compile(draft) {
    const { stops } = draft.problem;
    stops.forEach(({ present }, stop) => {
      if (!present) return;
      if (present.keeps?.time) draft.open[stop] = draft.close[stop] = present.from;
      // A promise that costs to move is never moved to an earlier time: the customer may not be there.
      else if (present.changeCost?.perSecondMoved) draft.open[stop] = Math.max(draft.open[stop]!, present.from);
    });
    if (stops.some(({ present }) => present?.keeps?.technician || present?.keeps?.position !== undefined)) {
      forbid(draft, ({ technician: { id } }, stop) => {
        const { present } = stops[stop]!;
        const isKept = present?.keeps?.technician || present?.keeps?.position !== undefined;
        return isKept === true && present?.technicianId !== id;
      });
    }
    if (!stops.some(({ present }) => present?.changeCost?.technician)) return;
    charge(draft, ({ technician: { id } }, stop) => {
      const { present } = stops[stop]!;
      return present && present.technicianId !== id ? (present.changeCost?.technician ?? 0) : 0;
    });
  },
};
