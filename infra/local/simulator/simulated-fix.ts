import { metresBetween } from '../../../shared/geo/distance.ts';
import type { Position } from '../../../shared/model/place.ts';
import type { PositionFix } from '../../../shared/model/position-fix.ts';
import { between } from '../demo/whereabouts.ts';

/** A way that is being driven. */
export interface Drive {
  /** From where he set out to the door, along the roads where they are known. */
  readonly line: readonly Position[];
  readonly metres: number;
  readonly startedAt: string;
  readonly seconds: number;
}

/** Where the driver is by now on his way, with the small noise of a phone's receiver. */
export function drivingFix({ line, metres, startedAt, seconds }: Drive, now: string, noise: () => number): PositionFix {
  const share = Math.min(1, Math.max(0, (Date.parse(now) - Date.parse(startedAt)) / 1000 / Math.max(1, seconds)));
  const { from, to, at } = alongLine(line, share);
  return {
    at: now,
    location: shaken(at, noise),
    accuracyMetres: 6 + Math.round(noise() * 8),
    speedMetresPerSecond: share < 1 ? Math.min(30, Math.round((metres / Math.max(1, seconds)) * 10) / 10) : 0,
    headingDegrees: headingOf(from, to),
  };
}

/** The piece of a line that lies at a share of its length, and the point there. */
function alongLine(line: readonly Position[], share: number): { from: Position; to: Position; at: Position } {
  const lengths = line.slice(1).map((point, i) => metresBetween(line[i] ?? point, point));
  let left = share * lengths.reduce((sum, length) => sum + length, 0);
  const last = lengths.length - 1;
  const piece = lengths.findIndex((length, i) => {
    if (left <= length || i === last) return true;
    left -= length;
    return false;
  });
  const from = line[Math.max(0, piece)] ?? [0, 0];
  const to = line[piece + 1] ?? from;
  return { from, to, at: between(from, to, Math.min(1, left / Math.max(1, lengths[piece] ?? 1))) };
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
