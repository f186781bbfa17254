import { beginningAt, meetingMoments } from '../insertion-service/crew-offers.ts';
import { rankInsertions } from '../insertion-service/rank-insertions.ts';
import type { ProblemStop, Seconds } from '../problem.ts';
import type { ChangeSearch } from './change-search.ts';
import type { ProposedChange } from './change.ts';
import { changesFor } from './changes-for.ts';

/** So many who could come alone are tried as the rest of the crew. */
const mostAlone = 6;

/**
 * Changes that would complete a crew when all but one can come as they are, the cheapest of each kind; none where more than one would
 * have to be changed for, or where nothing needs to change. Another time for one of them alone is no change: they meet.
 */
export const crewChanges = (search: ChangeSearch): ProposedChange[] => {
  const { stop, timelines, rules } = search;
  const { crewSize = 1, ...one } = stop;
  const { offers: alone } = rankInsertions(timelines, one, rules);
  const first = alone.slice(0, mostAlone);
  const found: ProposedChange[] = [];
  for (const start of meetingMoments([], one, first)) {
    const { offers } = rankInsertions(timelines, beginningAt(one, start), rules);
    if (offers.length >= crewSize) return [];
    if (offers.length < crewSize - 1) continue;
    const alongside = offers.map(({ technicianId }) => technicianId);
    found.push(...lastOne(search, one, start, alongside));
  }
  return cheapestOfEachKind(found);
};

/** What would let one more in at the moment at which the others come. */
export const lastOne = (
  { timelines, rules }: ChangeSearch,
  stop: ProblemStop,
  start: Seconds,
  alongside: readonly string[],
): ProposedChange[] => {
  const forbiddenTechnicianIds = [...(stop.forbiddenTechnicianIds ?? []), ...alongside];
  const last = { ...beginningAt(stop, start), forbiddenTechnicianIds };
  return changesFor({ timelines, rules, stop: last })
    .filter(({ change, technicianId }) => change.kind !== 'window' && !alongside.includes(technicianId))
    .map((change) => ({ ...change, alongside }));
};

const cheapestOfEachKind = (changes: readonly ProposedChange[]): ProposedChange[] => {
  const best = new Map<string, ProposedChange>();
  for (const one of changes) {
    const known = best.get(one.change.kind);
    if (!known || one.price < known.price) best.set(one.change.kind, one);
  }
  return [...best.values()].sort((a, b) => a.price - b.price);
};
