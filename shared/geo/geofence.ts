import type { Position } from '../model/place.ts';
import type { PositionFix } from '../model/position-fix.ts';
import type { Instant } from '../model/time.ts';
import type { GeofenceState } from '../model/visit-following.ts';
import { metresBetween } from './distance.ts';
import { secondsBetween } from './instant-arithmetic.ts';

export type GeofenceEvent = 'arrived' | 'left';

type GeofenceStep =
  | { readonly state: GeofenceState; readonly event?: never; readonly at?: never }
  /** `at` is when it happened, which is seen a little later. */
  | { readonly state: GeofenceState; readonly event: GeofenceEvent; readonly at: Instant };

export const outsideGeofence: GeofenceState = { inside: false };

export const defaultRadiusMetres = 75;

/** Figures from trials, held by `npm run bench -- arrival`: plain containment gives dozens of events a visit. */
const worstAccuracyMetres = 50;
const walkingMetresPerSecond = 2;
const stayedSeconds = 60;
const leftFixes = 2;
const leftSeconds = 45;
const exitRadius = (radiusMetres: number): number => 1.5 * radiusMetres + 25;
/** Over a longer gap two places say nothing about speed. */
const longestGapSeconds = 30;

/** Takes one fix and says whether it makes an arrival or a departure, with hysteresis. Fixes that are inaccurate or late change nothing. */
export const nextGeofence = (
  state: GeofenceState,
  fix: PositionFix,
  place: Position,
  radiusMetres: number = defaultRadiusMetres,
): GeofenceStep => {
  if (fix.accuracyMetres > worstAccuracyMetres) return { state };
  if (state.lastFixAt !== undefined && secondsBetween(state.lastFixAt, fix.at) <= 0) return { state };
  const metres = metresBetween(fix.location, place);
  return state.inside ? whileInside(state, fix, metres, radiusMetres) : whileOutside(state, fix, metres, radiusMetres);
};

const whileOutside = (state: GeofenceState, fix: PositionFix, metres: number, radiusMetres: number): GeofenceStep => {
  const seen = { lastFixAt: fix.at, lastLocation: fix.location };
  if (metres > radiusMetres) return { state: { inside: false, ...seen } };
  const enteredAt = state.enteredAt ?? fix.at;
  if (isSlow(state, fix)) return { state: { inside: true, ...seen }, event: 'arrived', at: fix.at };
  if (secondsBetween(enteredAt, fix.at) >= stayedSeconds) {
    return { state: { inside: true, ...seen }, event: 'arrived', at: enteredAt };
  }
  return { state: { inside: false, ...seen, enteredAt } };
};

/** By what the device says, else by the way since the fix before. */
const isSlow = ({ lastFixAt, lastLocation }: GeofenceState, fix: PositionFix): boolean => {
  if (fix.speedMetresPerSecond !== undefined) return fix.speedMetresPerSecond < walkingMetresPerSecond;
  if (lastFixAt === undefined || lastLocation === undefined) return false;
  const seconds = secondsBetween(lastFixAt, fix.at);
  return seconds <= longestGapSeconds && metresBetween(lastLocation, fix.location) < walkingMetresPerSecond * seconds;
};

const whileInside = (state: GeofenceState, fix: PositionFix, metres: number, radiusMetres: number): GeofenceStep => {
  const seen = { lastFixAt: fix.at, lastLocation: fix.location };
  // What the fix itself is unsure of does not count as away: indoors a phone drifts through the house wall.
  if (metres - fix.accuracyMetres <= exitRadius(radiusMetres)) return { state: { inside: true, ...seen } };
  const exitedAt = state.exitedAt ?? fix.at;
  const exitFixes = (state.exitFixes ?? 0) + 1;
  if (exitFixes >= leftFixes && secondsBetween(exitedAt, fix.at) >= leftSeconds) {
    return { state: { inside: false, ...seen }, event: 'left', at: exitedAt };
  }
  return { state: { inside: true, ...seen, exitedAt, exitFixes } };
};
