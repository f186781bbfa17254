import { metresBetween } from '../geo/distance.ts';
import { isBefore, secondsBetween } from '../geo/instant-arithmetic.ts';
import type { PositionFix } from '../model/position-fix.ts';
import type { Instant } from '../model/time.ts';

export type IgnoredReason = 'repeated' | 'in-the-future' | 'too-old' | 'inaccurate' | 'impossible-jump';

export interface AcceptedFixes {
  /** The new latest fix; absent where nothing newer came. */
  readonly latest?: PositionFix;
  /** For the trail, in order of time; late ones are among them. */
  readonly accepted: readonly PositionFix[];
  readonly ignored: readonly { readonly fix: PositionFix; readonly reason: IgnoredReason }[];
}

const futureToleranceSeconds = 120;
const oldestSeconds = 86_400;
const worstAccuracyMetres = 1_000;
/** 252 km/h: nobody drives so; a phone that jumped does. */
const fastestMetresPerSecond = 70;

/**
 * Puts a batch of fixes in order of time and sorts out what cannot be true. Late ones are kept for the trail but the
 * latest never goes back. Phones send at least once and out of order.
 */
export const acceptFixes = (
  latest: PositionFix | undefined,
  fixes: readonly PositionFix[],
  now: Instant,
): AcceptedFixes => {
  const accepted: PositionFix[] = [];
  const ignored: { fix: PositionFix; reason: IgnoredReason }[] = [];
  let newest = latest;
  for (const fix of [...fixes].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const late = latest !== undefined && isBefore(fix.at, latest.at);
    const before = late ? accepted.at(-1) : newest;
    const reason = reasonToIgnore(fix, before, now);
    if (reason) {
      ignored.push({ fix, reason });
    } else {
      accepted.push(fix);
      if (!late) newest = fix;
    }
  }
  return { ...(newest && newest !== latest && { latest: newest }), accepted, ignored };
};

const reasonToIgnore = (fix: PositionFix, before: PositionFix | undefined, now: Instant): IgnoredReason | undefined => {
  const ageSeconds = secondsBetween(fix.at, now);
  if (ageSeconds < -futureToleranceSeconds) return 'in-the-future';
  if (ageSeconds > oldestSeconds) return 'too-old';
  if (fix.accuracyMetres > worstAccuracyMetres) return 'inaccurate';
  if (!before) return undefined;
  const passedSeconds = secondsBetween(before.at, fix.at);
  if (passedSeconds === 0) return 'repeated';
  return isJump(before, fix, passedSeconds) ? 'impossible-jump' : undefined;
};

/** The circles of accuracy are taken off first: two poor fixes may seem far apart. */
const isJump = (before: PositionFix, fix: PositionFix, passedSeconds: number): boolean => {
  const certainMetres = metresBetween(before.location, fix.location) - before.accuracyMetres - fix.accuracyMetres;
  return certainMetres > fastestMetresPerSecond * passedSeconds;
};
