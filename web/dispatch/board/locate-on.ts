import type { BoardRowView } from '../state/board-rows.ts';
import type { DropTarget } from '../state/drag-state.svelte.ts';
import { boardLayout } from './board-layout.ts';
import type { TimeScale } from './time-scale.ts';

interface Pointer {
  readonly x: number;
  readonly y: number;
  /** Seconds into the block at which it was grabbed. */
  readonly grabbed: number;
}

/** Which row and time lie under a point of the screen. */
export const locateOn = (
  scroller: HTMLElement,
  scale: TimeScale,
  rows: readonly BoardRowView[],
  { x, y, grabbed }: Pointer,
): DropTarget | undefined => {
  const box = scroller.getBoundingClientRect();
  const isOutside = x < box.left || x > box.right || y < box.top || y > box.bottom;
  if (isOutside) return undefined;
  if (y > box.bottom - boardLayout.unassigned) return { kind: 'unassigned' };
  const row = rows[Math.floor((y - box.top - boardLayout.axis + scroller.scrollTop) / boardLayout.row)];
  const along = x - box.left + scroller.scrollLeft - boardLayout.label;
  if (!row || along < 0 || y < box.top + boardLayout.axis) return undefined;
  const grabbedPixels = scale.x(scale.from + grabbed * 1000);
  return { kind: 'row', technicianId: row.id, startAt: new Date(scale.timeAt(along - grabbedPixels)).toISOString() };
};
