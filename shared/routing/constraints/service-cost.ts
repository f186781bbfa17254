import { charge, type Constraint } from '../kernel/draft.ts';

/** What a technician's time on site costs. */
export const serviceCost: Constraint = {
  compile(draft) {
    const { stops, technicians } = draft.problem;
    if (technicians.every(({ rates }) => !rates?.perServiceSecond)) return;
    charge(draft, ({ technician: { id, rates, pacePercent = 100 } }, stop) => {
      const { durationSeconds, durationByTechnician } = stops[stop]!;
      const lasts = durationByTechnician?.get(id) ?? Math.round((durationSeconds * pacePercent) / 100);
      return lasts * (rates?.perServiceSecond ?? 0);
    });
  },
};
