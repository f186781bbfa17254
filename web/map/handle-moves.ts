import type { Position } from '../../shared/model/place.ts';

interface Moves {
  /** The place under a pixel of the map. */
  readonly place: (pixel: [number, number]) => Position;
  /** The same on a neighbour's corner or border where one is near, but for the corners at these places. */
  readonly snap: (position: Position, except: readonly Position[]) => Position;
  readonly move: (from: Position, to: Position, isLast: boolean) => void;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What pointer and keys do with a corner's handle. With Alt a corner stays where it is put, beside the neighbour's. */
export const handleMoves = ({ place, snap, move }: Moves) => ({
  press(event: PointerEvent, start: Position): void {
    const handle = event.currentTarget;
    if (!(handle instanceof HTMLElement) || event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    const frame = handle.parentElement?.getBoundingClientRect();
    let at = start;
    let hasMoved = false;
    const follow = (moved: PointerEvent) => {
      hasMoved ||= Math.hypot(moved.clientX - event.clientX, moved.clientY - event.clientY) > 3;
      if (!hasMoved) return;
      const under = place([moved.clientX - (frame?.left ?? 0), moved.clientY - (frame?.top ?? 0)]);
      // A neighbour's corner that it came from, or that comes along, must not hold it.
      const to = moved.altKey ? under : snap(under, [start, at]);
      move(at, to, false);
      at = to;
    };
    const release = () => {
      handle.removeEventListener('pointermove', follow);
      if (hasMoved) move(at, at, true);
    };
    handle.addEventListener('pointermove', follow);
    handle.addEventListener('lostpointercapture', release, { once: true });
  },

  /** Whether the key moved it: arrows by six pixels, with Shift by forty. */
  key(event: KeyboardEvent, from: Position, [x, y]: readonly [number, number]): boolean {
    const step = steps[event.key];
    if (!step) return false;
    const size = event.shiftKey ? 40 : 6;
    const to = place([x + step[0] * size, y + step[1] * size]);
    move(from, to, true);
    return true;
  },
});
