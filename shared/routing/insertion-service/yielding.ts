import type { Timeline, TimelineVisit } from './timeline.ts';

/** Timelines on which an emergency may push others beyond what was promised to them; what is fixed stays. */
export const yielding = (timelines: readonly Timeline[]): Timeline[] =>
  timelines.map((timeline) => ({
    ...timeline,
    visits: timeline.visits.map((visit) => yieldingVisit(visit, timeline)),
  }));

const yieldingVisit = (visit: TimelineVisit, { limit }: Timeline): TimelineVisit => {
  const { stop, latest } = visit;
  if (!stop || stop.present?.fixed || stop.present?.keeps?.time || (stop.crewSize ?? 1) > 1) return visit;
  return { ...visit, latest: Math.max(latest, limit), promised: latest };
};
