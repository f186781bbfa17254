import type { ProblemStop } from './problem.ts';

const daySeconds = 86_400;
/** What a stop due on the problem's day counts against one due a day later, two days later and so on: half, a third. */
const dueToday = 60;
const longestWait = 14;

/**
 * Stops with what is lost when they stay out: one more urgent outweighs all that are less urgent; among equals what is due sooner
 * counts more. `stops` count from the beginning of their day.
 */
export const valueByUrgency = (stops: readonly ProblemStop[]): ProblemStop[] => {
  const units = new Map<number, number>();
  let [unit, all] = [1, 0];
  for (const priority of [...new Set(stops.map((stop) => stop.priority))].sort((a, b) => b - a)) {
    const weights = stops.filter((stop) => stop.priority === priority).map(weightOf);
    unit = Math.max(unit, Math.ceil((1 + all) / Math.min(...weights)));
    units.set(priority, unit);
    all += weights.reduce((sum, weight) => sum + weight * unit, 0);
  }
  return stops.map((stop) => ({ ...stop, value: weightOf(stop) * (units.get(stop.priority) ?? 1) }));
};

const weightOf = ({ due }: ProblemStop): number => {
  const days = Math.min(longestWait, Math.max(0, Math.floor(due / daySeconds)));
  return Math.round(dueToday / (1 + days));
};
