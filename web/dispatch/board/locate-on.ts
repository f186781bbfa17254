import type { BoardLine } from '../state/board-lines.ts';
import type { DropTarget } from '../state/proposal.ts';
import { boardLayout } from './board-layout.ts';
import type { TimeScale } from './time-scale.ts';

interface Pointer {
  readonly x: number;
  readonly y: number;
  /** Seconds into the block at which it was grabbed. */
  readonly grabbed: number;
}

/** Which line and time lie under a point of the screen, and which appointment. */
export const locateOn = (
  scroller: HTMLElement,
  scale: TimeScale,
  lines: readonly BoardLine[],
  { x, y, grabbed }: Pointer,
): DropTarget | undefined => {
  const box = scroller.getBoundingClientRect();
  const isOutside = x < box.left || x > box.right || y < box.top || y > box.bottom;
  if (isOutside) return undefined;
  if (y > box.bottom - boardLayout.unassigned) return { kind: 'unassigned' };
  const line = lines[Math.floor((y - box.top - boardLayout.axis + scroller.scrollTop) / boardLayout.row)];
  const along = x - box.left + scroller.scrollLeft - boardLayout.label;
  if (!line || x < box.left + boardLayout.label || y < box.top + boardLayout.axis) return undefined;
  const grabbedPixels = (grabbed / 3600) * scale.pixelsPerHour;
  const pointed = scale.timeAt(along);
  return {
    kind: 'row',
    lineId: line.id,
    at: new Date(scale.timeAt(along - grabbedPixels)).toISOString(),
    over: line.blocks.find(({ from, to }) => from <= pointed && pointed < to)?.appointment,
  };
};
