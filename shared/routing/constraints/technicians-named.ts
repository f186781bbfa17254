import { charge, forbid, type Constraint } from '../kernel/draft.ts';

/** Technicians who must, may not or should do a stop. */
export const techniciansNamed: Constraint = {
  compile(draft) {
    const { stops } = draft.problem;
    if (stops.some((stop) => stop.allowedTechnicianIds ?? stop.forbiddenTechnicianIds)) {
      const allowed = stops.map((stop) => stop.allowedTechnicianIds && new Set(stop.allowedTechnicianIds));
      const forbidden = stops.map((stop) => stop.forbiddenTechnicianIds && new Set(stop.forbiddenTechnicianIds));
      forbid(
        draft,
        ({ technician: { id } }, stop) => allowed[stop]?.has(id) === false || forbidden[stop]?.has(id) === true,
      );
    }
    if (!stops.some((stop) => stop.preferredTechnicianIds && stop.otherTechnicianCost)) return;
    charge(draft, ({ technician: { id } }, stop) => {
      const { preferredTechnicianIds, otherTechnicianCost = 0 } = stops[stop]!;
      return preferredTechnicianIds && !preferredTechnicianIds.includes(id) ? otherTechnicianCost : 0;
    });
  },
};
