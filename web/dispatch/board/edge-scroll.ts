/** What of the board is in sight, on the screen; `inner` leaves out labels and axis. */
interface Sight {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** So near to an edge, in pixels, what is carried draws the board along. */
const edgePixels = 36;
/** At the edge itself; a frame is about 16 ms. */
const mostPixelsPerFrame = 14;

/** How far the board goes on in the next frame while something is held at a point: the nearer to an edge, the faster; not at all outside. */
export const edgeScroll = (sight: Sight, x: number, y: number): { readonly across: number; readonly down: number } => {
  const isOutside = x < sight.left || x > sight.right || y < sight.top || y > sight.bottom;
  if (isOutside) return { across: 0, down: 0 };
  return {
    across: speedOf(x - sight.left, sight.right - x),
    down: speedOf(y - sight.top, sight.bottom - y),
  };
};

const speedOf = (fromStart: number, toEnd: number): number => {
  if (fromStart < edgePixels && fromStart <= toEnd)
    return -Math.ceil(mostPixelsPerFrame * (1 - fromStart / edgePixels));
  if (toEnd < edgePixels) return Math.ceil(mostPixelsPerFrame * (1 - toEnd / edgePixels));
  return 0;
};
