import { forbid, type Constraint } from '../kernel/draft.ts';

/** A technician works in his territories only. */
export const territory: Constraint = {
  compile(draft) {
    const { stops } = draft.problem;
    forbid(draft, ({ technician }, stop) => !technician.territoryIds.includes(stops[stop]!.territoryId));
  },
};
