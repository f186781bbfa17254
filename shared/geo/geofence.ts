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

/** Figures from trials, held by `npm run bench -- arrival`: plain containment gives a dozen events a visit. */
const worstAccuracyMetres = 50;
const walkingMetresPerSecond = 2;
/** So long inside he stands there, whatever his speed. */
const stoodSeconds = 60;
/** A red light before the door is shorter. */
const stayedSeconds = 90;
const leftFixes = 2;
const leftSeconds = 45;
/** Who leaves moves; a position that jumped to a neighbour's network stays there, and seldom for so long. */
const leftMovedMetres = 100;
const leftWithoutMovingSeconds = 300;
const exitRadius = (radiusMetres: number): number => 1.5 * radiusMetres + 25;
/** Over a longer gap two places say nothing about speed. */
const longestGapSeconds = 30;

/**
 * Takes one fix and says whether it makes an arrival or a departure, with hysteresis. Who is slow inside seems to stand
 * there at once (`stoodAt`, which is suggested to him); when he stays it was an arrival, when he drives on it was a
 * light. Fixes that are inaccurate or late change nothing.
 */
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
  const { stoodAt } = state;
  if (isBeyond(metres, fix, radiusMetres)) {
    // A phone that lies still says nothing: he was there all the time between, and is away only now.
    if (stoodAt === undefined || silentFor(state, fix) < stayedSeconds) return { state: { inside: false, ...seen } };
    return { state: { inside: true, ...seen, ...exitBegun(fix) }, event: 'arrived', at: stoodAt };
  }
  if (stoodAt !== undefined) {
    if (secondsBetween(stoodAt, fix.at) < stayedSeconds) return { state: { ...state, ...seen } };
    return { state: { inside: true, ...seen }, event: 'arrived', at: stoodAt };
  }
  if (metres > radiusMetres) return { state: { inside: false, ...seen } };
  const enteredAt = state.enteredAt ?? fix.at;
  if (isSlow(state, fix)) return { state: { inside: false, ...seen, enteredAt, stoodAt: fix.at } };
  const stands = secondsBetween(enteredAt, fix.at) >= stoodSeconds;
  return { state: { inside: false, ...seen, enteredAt, ...(stands && { stoodAt: enteredAt }) } };
};

/** What the fix itself is unsure of does not count as away: indoors a phone drifts through the house wall. */
const isBeyond = (metres: number, { accuracyMetres }: PositionFix, radiusMetres: number): boolean =>
  metres - accuracyMetres > exitRadius(radiusMetres);

const silentFor = ({ lastFixAt }: GeofenceState, { at }: PositionFix): number =>
  lastFixAt === undefined ? 0 : secondsBetween(lastFixAt, at);

/** By what the device says, else by the way since the fix before. */
const isSlow = (state: GeofenceState, fix: PositionFix): boolean => {
  if (fix.speedMetresPerSecond !== undefined) return fix.speedMetresPerSecond < walkingMetresPerSecond;
  const seconds = silentFor(state, fix);
  if (state.lastLocation === undefined || seconds === 0 || seconds > longestGapSeconds) return false;
  return metresBetween(state.lastLocation, fix.location) < walkingMetresPerSecond * seconds;
};

const whileInside = (state: GeofenceState, fix: PositionFix, metres: number, radiusMetres: number): GeofenceStep => {
  const seen = { lastFixAt: fix.at, lastLocation: fix.location };
  if (!isBeyond(metres, fix, radiusMetres)) return { state: { inside: true, ...seen } };
  if (state.exitedAt === undefined) return { state: { inside: true, ...seen, ...exitBegun(fix) } };
  const { exitedAt, exitedFrom = fix.location } = state;
  const exitFixes = (state.exitFixes ?? 0) + 1;
  const awaySeconds = secondsBetween(exitedAt, fix.at);
  const moved = metresBetween(exitedFrom, fix.location) >= leftMovedMetres || awaySeconds >= leftWithoutMovingSeconds;
  if (exitFixes >= leftFixes && awaySeconds >= leftSeconds && moved) {
    return { state: { inside: false, ...seen }, event: 'left', at: exitedAt };
  }
  return { state: { inside: true, ...seen, exitedAt, exitedFrom, exitFixes } };
};

const exitBegun = ({ at, location }: PositionFix) => ({ exitedAt: at, exitedFrom: location, exitFixes: 1 });
