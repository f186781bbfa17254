import type { Stretch } from './axis-ticks.ts';
import { boardLayout as size } from './board-layout.ts';

export interface View {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

/** So much more than what is in sight is drawn sideways, in whole steps, so that not every pixel scrolled draws anew. */
const stepPixels = 240;
const spareRows = 1;

/** Which lines are drawn: those in sight, and the one that has the focus wherever it is. */
export const shownLines = (view: View, count: number, focused: number): number[] => {
  const first = Math.max(0, Math.floor(view.top / size.row) - spareRows);
  const inSight = view.height - size.axis - size.unassigned;
  const last = Math.min(count, Math.ceil((view.top + inSight) / size.row) + spareRows);
  const shown = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  return focused >= 0 && focused < count && !shown.includes(focused) ? [...shown, focused] : shown;
};

/** Which pixels of the track are drawn. */
export const shownStretch = (view: View, trackWidth: number): Stretch => ({
  from: Math.max(0, Math.floor((view.left - stepPixels / 2) / stepPixels) * stepPixels),
  to: Math.min(trackWidth, Math.ceil((view.left + view.width - size.label + stepPixels / 2) / stepPixels) * stepPixels),
});
