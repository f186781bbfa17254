import { metresBetween } from '../geo/distance.ts';
import { isBefore, secondsBetween } from '../geo/instant-arithmetic.ts';
import type { PositionFix } from '../model/position-fix.ts';
import type { Instant } from '../model/time.ts';

export type IgnoredReason = 'repeated' | 'in-the-future' | 'too-old' | 'inaccurate' | 'impossible-jump';

export interface AcceptedFixes {
  /** The new latest fix; absent where nothing newer came. */
  readonly latest?: PositionFix;
  /** A fix too far away to be believed until another one agrees with it. */
  readonly suspect?: PositionFix;
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
 * latest never goes back. A jump is not believed at once; when the next fix agrees with it, it was the place before that
 * was wrong. Phones send at least once and out of order.
 */
export const acceptFixes = (
  latest: PositionFix | undefined,
  fixes: readonly PositionFix[],
  now: Instant,
  suspected?: PositionFix,
): AcceptedFixes => {
  const accepted: PositionFix[] = [];
  const ignored: { fix: PositionFix; reason: IgnoredReason }[] = [];
  let newest = latest;
  let suspect = suspected;
  for (const fix of [...fixes].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) {
    const late = latest !== undefined && isBefore(fix.at, latest.at);
    const reason = reasonToIgnore(fix, late ? accepted.at(-1) : newest, now);
    const isConfirmed = reason === 'impossible-jump' && !late && suspect !== undefined && agree(suspect, fix);
    if (reason && !isConfirmed) {
      ignored.push({ fix, reason });
      if (reason === 'impossible-jump' && !late) suspect = fix;
      continue;
    }
    accepted.push(fix);
    if (late || isCoarser(newest, fix)) continue;
    newest = fix;
    suspect = undefined;
  }
  return { ...(newest && newest !== latest && { latest: newest }), ...(suspect && { suspect }), accepted, ignored };
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

const agree = (suspect: PositionFix, fix: PositionFix): boolean => {
  const passedSeconds = secondsBetween(suspect.at, fix.at);
  return passedSeconds > 0 && !isJump(suspect, fix, passedSeconds);
};

/** A mast's guess does not displace where the satellites saw him a moment ago. */
const isCoarser = (newest: PositionFix | undefined, fix: PositionFix): boolean =>
  newest !== undefined &&
  fix.accuracyMetres > coarseMetres &&
  newest.accuracyMetres <= fineMetres &&
  secondsBetween(newest.at, fix.at) <= fineForSeconds;

const coarseMetres = 100;
const fineMetres = 50;
const fineForSeconds = 60;

/** Another of his devices takes over when the one that is followed has been silent for so long. */
const silentSeconds = 180;

/** Of several devices one is followed at a time, so that he does not flicker between his pocket and his van; the others fill the trail. */
export const isFollowed = (
  kept: { readonly device?: string | undefined; readonly receivedAt: Instant } | undefined,
  device: string,
  now: Instant,
): boolean =>
  kept?.device === undefined || kept.device === device || secondsBetween(kept.receivedAt, now) > silentSeconds;
