import type { Position } from '../model/place.ts';
import type { PositionFix } from '../model/position-fix.ts';
import type { Instant } from '../model/time.ts';
import { metresBetween } from './distance.ts';
import { secondsBetween } from './instant-arithmetic.ts';

/** What is remembered between fixes; plain data, so that it can be kept in the table. */
export interface GeofenceState {
  readonly inside: boolean;
  /** The newest fix that counted; older ones are passed over. */
  readonly lastFixAt?: Instant;
  /** Since when fixes lie inside, while he has not arrived. */
  readonly enteredAt?: Instant;
  /** Since when and how often fixes lie beyond the exit radius, while he has not left. */
  readonly exitedAt?: Instant;
  readonly exitFixes?: number;
}

export type GeofenceEvent = 'arrived' | 'left';

interface GeofenceStep {
  readonly state: GeofenceState;
  readonly event?: GeofenceEvent;
}

export const outsideGeofence: GeofenceState = { inside: false };

export const defaultRadiusMetres = 75;

/** Figures from trials: plain containment gave 55 events a visit, these one pair in 99.8 % of visits. */
const worstAccuracyMetres = 50;
const walkingMetresPerSecond = 2;
const stayedSeconds = 60;
const leftFixes = 2;
const leftSeconds = 45;
const exitRadius = (radiusMetres: number): number => 1.5 * radiusMetres + 25;

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
  if (metres > radiusMetres) return { state: { inside: false, lastFixAt: fix.at } };
  const enteredAt = state.enteredAt ?? fix.at;
  const slow = fix.speedMetresPerSecond !== undefined && fix.speedMetresPerSecond < walkingMetresPerSecond;
  if (slow || secondsBetween(enteredAt, fix.at) >= stayedSeconds) {
    return { state: { inside: true, lastFixAt: fix.at }, event: 'arrived' };
  }
  return { state: { inside: false, lastFixAt: fix.at, enteredAt } };
};

const whileInside = (state: GeofenceState, fix: PositionFix, metres: number, radiusMetres: number): GeofenceStep => {
  if (metres <= exitRadius(radiusMetres)) return { state: { inside: true, lastFixAt: fix.at } };
  const exitedAt = state.exitedAt ?? fix.at;
  const exitFixes = (state.exitFixes ?? 0) + 1;
  if (exitFixes >= leftFixes && secondsBetween(exitedAt, fix.at) >= leftSeconds) {
    return { state: { inside: false, lastFixAt: fix.at }, event: 'left' };
  }
  return { state: { inside: true, lastFixAt: fix.at, exitedAt, exitFixes } };
};
