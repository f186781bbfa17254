/** How much time the board spreads out: minutes between two marks of its axis, or as much as fits the width. */
export type Zoom = 'fit' | 15 | 30 | 60 | 120 | 240;

const zooms = ['fit', 240, 120, 60, 30, 15] as const satisfies readonly Zoom[];

/** Two marks of the axis are then this far apart, in pixels. */
const tickPixels = 58;
/** The closest together that two marks can still be read. */
const readablePixels = 46;

export const zoomOf = (text: string | null): Zoom => zooms.find((zoom) => String(zoom) === text) ?? 'fit';

/** Pixels of an hour; nothing is asked for where all is to fit. */
export const pixelsPerHourFor = (zoom: Zoom): number => (zoom === 'fit' ? 0 : (tickPixels * 60) / zoom);

/** One step closer to 15 minutes, or back to all that fits; steps that would show no less than what fits are left out. */
export const zoomed = (zoom: Zoom, by: 1 | -1, fitPixelsPerHour: number): Zoom => {
  const useful = zooms.filter((one) => one === 'fit' || pixelsPerHourFor(one) > fitPixelsPerHour);
  const at = Math.max(0, useful.indexOf(zoom));
  return useful[Math.min(Math.max(at + by, 0), useful.length - 1)] ?? 'fit';
};

/** Minutes between two marks: as asked for, or the closest together that can be read; a whole day where none can. */
export const tickMinutesFor = (zoom: Zoom, pixelsPerHour: number): number =>
  [15, 30, 60, 120, 240].find((minutes) => minutes === zoom || (minutes / 60) * pixelsPerHour >= readablePixels) ??
  24 * 60;
