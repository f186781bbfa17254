import { forbid, type Constraint } from '../kernel/draft.ts';

/** Stops that must have the same day or the same technician are not planned yet: they stay out rather than be planned wrongly. */
export const notServed: Constraint = {
  name: 'not-served',
  compile(draft) {
    const { stops, dependencies = [] } = draft.problem;
    const linked = new Set(
      dependencies.flatMap((one) => (one.kind === 'same-day' || one.kind === 'same-technician' ? one.stopIds : [])),
    );
    if (linked.size > 0) forbid(draft, (_frame, stop) => linked.has(stops[stop]!.id));
  },
};
