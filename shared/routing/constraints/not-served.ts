import { forbid, type Constraint } from '../kernel/draft.ts';

/** Crews and dependencies are not planned yet: rather than to plan them wrongly they stay out, unless they stand already. */
export const notServed: Constraint = {
  name: 'not-served',
  compile(draft) {
    const { stops, dependencies = [] } = draft.problem;
    const linked = new Set(
      dependencies.flatMap((one) => ('stopIds' in one ? one.stopIds : [one.firstId, one.secondId])),
    );
    if (linked.size === 0 && stops.every(({ crewSize = 1 }) => crewSize === 1)) return;
    forbid(draft, (_frame, stop) => (stops[stop]!.crewSize ?? 1) > 1 || linked.has(stops[stop]!.id));
  },
};
