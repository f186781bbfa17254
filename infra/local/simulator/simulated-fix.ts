import type { Position } from '../../../shared/model/place.ts';
import type { PositionFix } from '../../../shared/model/position-fix.ts';
import { between } from '../demo/whereabouts.ts';

/** A way that is being driven. */
export interface Drive {
  readonly from: Position;
  readonly to: Position;
  readonly metres: number;
  readonly startedAt: string;
  readonly seconds: number;
}

/** Where the driver is by now on the straight way, with the small noise of a phone's receiver. */
export function drivingFix(
  { from, to, metres, startedAt, seconds }: Drive,
  now: string,
  noise: () => number,
): PositionFix {
  const share = Math.min(1, Math.max(0, (Date.parse(now) - Date.parse(startedAt)) / 1000 / Math.max(1, seconds)));
  return {
    at: now,
    location: shaken(between(from, to, share), noise),
    accuracyMetres: 6 + Math.round(noise() * 8),
    speedMetresPerSecond: share < 1 ? Math.min(30, Math.round((metres / Math.max(1, seconds)) * 10) / 10) : 0,
    headingDegrees: headingOf(from, to),
  };
}

/** Standing somewhere. */
export function standingFix(at: Position, now: string, noise: () => number): PositionFix {
  return { at: now, location: shaken(at, noise), accuracyMetres: 6 + Math.round(noise() * 8), speedMetresPerSecond: 0 };
}

/** Some five metres about the true place. */
const shaken = ([longitude, latitude]: Position, noise: () => number): Position => [
  longitude + (noise() - 0.5) * 0.0001,
  latitude + (noise() - 0.5) * 0.00008,
];

/** Degrees clockwise from north; over a city the flat earth does. */
function headingOf([fromLongitude, fromLatitude]: Position, [toLongitude, toLatitude]: Position): number {
  const east = (toLongitude - fromLongitude) * Math.cos((fromLatitude * Math.PI) / 180);
  return (Math.round((Math.atan2(east, toLatitude - fromLatitude) * 180) / Math.PI) + 360) % 360;
}
