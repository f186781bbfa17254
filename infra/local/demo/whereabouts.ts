import type { Position } from '../../../shared/model/place.ts';
import type { LatestPosition } from '../../../shared/model/position-fix.ts';
import type { DayRoute } from './plan-routes.ts';
import type { Progress } from './progress.ts';

/** Where a technician is by now: at the stop, between two, or where the last one left him. */
export function whereaboutsOf({ crewed }: DayRoute, progress: readonly Progress[], now: string): LatestPosition {
  const { technician } = crewed;
  const [territoryId = ''] = technician.territoryIds;
  const current = progress.find(({ change }) => change.status === 'travelling' || change.status === 'on-site');
  const before = progress.filter(({ change }) => change.actualEndAt !== undefined).at(-1);
  const rest = before?.stop.work.place.location ?? technician.startPlace.location;
  const { location, speed } = current ? underWay(current, now) : { location: rest, speed: 0 };
  return {
    technicianId: technician.id,
    territoryId,
    fix: { at: now, location, accuracyMetres: 8, speedMetresPerSecond: speed },
    receivedAt: now,
  };
}

function underWay({ stop, change }: Progress, now: string): { location: Position; speed: number } {
  const to = stop.work.place.location;
  if (change.status === 'on-site' || change.travelStartedAt === undefined) return { location: to, speed: 0 };
  const done = (Date.parse(now) - Date.parse(change.travelStartedAt)) / 1000 / Math.max(1, stop.leg.seconds);
  return { location: between(stop.from, to, Math.min(1, done)), speed: 8 };
}

/** The point at a share of the straight way. */
export function between(
  [fromLongitude, fromLatitude]: Position,
  [toLongitude, toLatitude]: Position,
  share: number,
): Position {
  return [fromLongitude + (toLongitude - fromLongitude) * share, fromLatitude + (toLatitude - fromLatitude) * share];
}
