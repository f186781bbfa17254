import type { WaitingBlock } from '../state/unassigned-line.ts';
import type { Stretch } from './axis-ticks.ts';
import type { TimeScale } from './time-scale.ts';

export interface WaitingMark {
  readonly item: WaitingBlock;
  readonly x: number;
  /** How many more stand behind it, no more urgent than it. */
  readonly more: number;
  readonly column: number;
}

/** Two marks closer than this would lie over one another. */
const markPixels = 24;
const rank = { late: 2, risk: 1, fine: 0 } as const;

/** A mark for each place at which something is due; of those at one place the most urgent is in front, or the one with the focus. */
export const waitingMarks = (
  items: readonly WaitingBlock[],
  scale: TimeScale,
  within: Stretch,
  focusedId: string | undefined,
): WaitingMark[] => {
  const marks: WaitingMark[] = [];
  items.forEach((item, i) => {
    const x = scale.x(item.from);
    if (x < within.from || x > within.to) return;
    const last = marks.at(-1);
    const mark = { item, x, more: 0, column: i + 2 };
    if (!last || x - last.x >= markPixels) marks.push(mark);
    else marks[marks.length - 1] = { ...front(last, mark, focusedId), x: last.x, more: last.more + 1 };
  });
  return marks;
};

const front = (a: WaitingMark, b: WaitingMark, focusedId: string | undefined): WaitingMark => {
  if (a.item.appointment.id === focusedId) return a;
  if (b.item.appointment.id === focusedId) return b;
  return rank[b.item.urgency] > rank[a.item.urgency] ? b : a;
};
