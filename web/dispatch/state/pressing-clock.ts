import type { SlaClock } from '../../../shared/model/sla.ts';

/** Of the clocks that have not ended, the one that breaches first; one that stands still only where no other runs. */
export const pressingClock = (clocks: readonly SlaClock[]): SlaClock | undefined =>
  clocks.filter(({ endedAt }) => endedAt === undefined).sort(byDue)[0];

const byDue = (a: SlaClock, b: SlaClock): number => {
  const [dueA, dueB] = [a.dueAt ?? never, b.dueAt ?? never];
  if (dueA === dueB) return 0;
  return dueA < dueB ? -1 : 1;
};

/** Later than all that is promised. */
export const never = '9999-12-31T00:00:00.000Z';
