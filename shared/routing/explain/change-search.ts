import type { ProblemStop, ProblemTechnician } from '../problem.ts';
import { bestInsertion, type Insertion, type InsertionRules, type MovedStop } from '../insertion-service/insertion.ts';
import { shiftRule, technicianRule } from '../insertion-service/technician-rule.ts';
import type { Timeline } from '../insertion-service/timeline.ts';
import type { Change, ProposedChange } from './change.ts';

/** All that the kinds of change look at. */
export interface ChangeSearch {
  readonly timelines: readonly Timeline[];
  readonly rules: InsertionRules;
  readonly stop: ProblemStop;
}

/** One kind of change: every way in which it would let the stop in. */
export type ChangeKind = (search: ChangeSearch) => ProposedChange[];

/** Where the stop would stand if the timeline and the stop were as given here; nothing where another rule still binds. */
export const placeIf = (timeline: Timeline, stop: ProblemStop, rules: InsertionRules): Insertion | undefined =>
  technicianRule(timeline.technician, stop) || shiftRule(timeline, stop)
    ? undefined
    : bestInsertion(timeline, stop, rules);

/** The timeline with another technician at its wheel, as far as rules look at him. */
export const withTechnician = (timeline: Timeline, changes: Partial<ProblemTechnician>): Timeline => ({
  ...timeline,
  technician: { ...timeline.technician, ...changes },
});

/** Moving a promise that was made to somebody is as bad as so much travel. */
const movedPromisePrice = 900;
const latePrice = 2;

/** A proposal with its price: what the change itself costs beside its effects. */
export const proposed = (
  change: Change,
  found: Insertion,
  ownPrice: number,
  others: { readonly stops: number; readonly pushed: readonly MovedStop[] } = { stops: 0, pushed: [] },
): ProposedChange => {
  const { addedTravelSeconds, lateSeconds, overtimeSeconds, start, end, moved } = found;
  const movedStops = moved.length + others.stops + others.pushed.length;
  return {
    change,
    technicianId: found.timeline.technician.id,
    start,
    end,
    pushed: [...moved, ...others.pushed],
    effect: { addedTravelSeconds, lateSeconds, overtimeSeconds, movedStops },
    price: ownPrice + addedTravelSeconds + latePrice * lateSeconds + movedPromisePrice * movedStops,
  };
};
