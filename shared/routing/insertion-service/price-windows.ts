import type { ProblemStop, TimeSpan } from '../problem.ts';
import { bestInsertion, type Insertion, type InsertionRules } from './insertion.ts';
import { isCertified, shiftRule, technicianRule } from './technician-rule.ts';
import type { Timeline } from './timeline.ts';

/** What it costs to promise a customer one window: the best way to keep it, or nothing where nobody can. */
export interface PricedWindow {
  readonly window: TimeSpan;
  readonly best: Insertion | undefined;
  /** How many technicians could keep it: a promise that hangs on one man is a weak one. */
  readonly technicians: number;
  /** What it costs more than the cheapest of the windows that were asked for. */
  readonly surcharge: number;
}

/** Prices windows for a customer's choice, in the order in which they were given. */
export const priceWindows = (
  timelines: readonly Timeline[],
  stop: ProblemStop,
  windows: readonly TimeSpan[],
  rules: InsertionRules,
): PricedWindow[] => {
  const { windows: _several, ...plain } = stop;
  const able = timelines.filter((timeline) => !technicianRule(timeline.technician, stop) && !shiftRule(timeline, stop));
  const priced = windows.map((window) => ({ window, ...bestIn(able, { ...plain, window }, rules) }));
  const cheapest = Math.min(...priced.map(({ best }) => best?.cost ?? Infinity));
  return priced.map((one) => ({ ...one, surcharge: one.best ? one.best.cost - cheapest : Infinity }));
};

const bestIn = (able: readonly Timeline[], stop: ProblemStop, rules: InsertionRules) => {
  let best: Insertion | undefined;
  const technicians = new Set<string>();
  for (const timeline of able) {
    const found = bestInsertion(timeline, stop, rules);
    if (!found || !isCertified(timeline.technician, stop, found.start, found.end)) continue;
    technicians.add(timeline.technician.id);
    if (!best || found.cost < best.cost) best = found;
  }
  return { best, technicians: technicians.size };
};
