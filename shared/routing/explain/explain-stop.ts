import type { Problem } from '../problem.ts';
import type { Solution } from '../solution.ts';
import { rankInsertions, type ExcludedInsertion } from '../insertion-service/rank-insertions.ts';
import { timelinesOf, type Timeline } from '../insertion-service/timeline.ts';
import { waysOf } from '../insertion-service/ways.ts';
import type { ProposedChange } from './change.ts';
import { changesFor } from './changes-for.ts';
import { crewChanges } from './crew-changes.ts';

/** Why a stop has no place, technician by technician, and what would give it one. */
export interface StopExplanation {
  readonly stopId: string;
  readonly excluded: readonly ExcludedInsertion[];
  /** Who has a place for it after all, since the search ended before it was found; best first. */
  readonly stillPossible: readonly string[];
  /** Changes that would let it in, the cheapest of each kind, the cheapest first. */
  readonly changes: readonly ProposedChange[];
}

const usualGrainSeconds = 60;

/** Explains one stop that a solution leaves out; `timelines` may be handed over where many are asked for. */
export const explainStop = (
  problem: Problem,
  solution: Solution,
  stopId: string,
  timelines: readonly Timeline[] = timelinesOf(problem, solution),
): StopExplanation => {
  const stop = problem.stops.find(({ id }) => id === stopId);
  if (!stop) return { stopId, excluded: [], stillPossible: [], changes: [] };
  const rules = { grainSeconds: problem.startGrainSeconds ?? usualGrainSeconds, ways: waysOf(problem) };
  const { offers, excluded } = rankInsertions(timelines, stop, rules);
  const search = { timelines, rules, stop };
  const changes = (stop.crewSize ?? 1) > 1 ? crewChanges(search) : changesFor(search);
  return { stopId, excluded, stillPossible: offers.map(({ technicianId }) => technicianId), changes };
};
