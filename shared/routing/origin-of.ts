import { secondsBetween } from '../geo/instant-arithmetic.ts';
import type { Position } from '../model/place.ts';
import type { PlanningDay, PlanningTechnician } from './planning-day.ts';

/** Where he comes from: on a running day where he was seen, else where he was last, else where his day starts. */
export const originOf = (
  { now }: Pick<PlanningDay, 'now'>,
  { technician, shifts, latest, taken }: PlanningTechnician,
): { readonly location: Position; readonly from: 'live-position' | 'stop-before' | 'start-place' } => {
  const start = shifts[0]?.from;
  const home = { location: technician.startPlace.location, from: 'start-place' } as const;
  if (start === undefined || secondsBetween(now, start) > 0) return home;
  if (latest && secondsBetween(latest.fix.at, now) <= freshSeconds)
    return { location: latest.fix.location, from: 'live-position' };
  const at = Date.parse(now);
  let last: { readonly to: number; readonly location: Position } | undefined;
  for (const { to, location } of taken) {
    const ended = Date.parse(to);
    if (location && ended <= at && (!last || ended > last.to)) last = { to: ended, location };
  }
  return last ? { location: last.location, from: 'stop-before' } : home;
};

/** An older position does not say where he is now. */
const freshSeconds = 600;
