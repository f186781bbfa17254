import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PositionFix } from '../../../shared/model/position-fix.ts';
import { acceptFixes, isFollowed } from '../../../shared/rules/position-acceptance.ts';
import { aFix } from '../../builders/a-position.ts';
import { boston } from '../../builders/a-territory.ts';

const now = '2026-05-12T14:00:00.000Z';
/** A fix some seconds before now. */
const ago = (seconds: number, changes: Partial<PositionFix> = {}) =>
  aFix({ at: new Date(Date.parse(now) - seconds * 1000).toISOString(), ...changes });

describe('a batch of fixes', () => {
  test('is put in order of time and its newest becomes the latest', () => {
    const { latest, accepted, ignored } = acceptFixes(undefined, [ago(10), ago(30), ago(20)], now);
    expect(latest).toEqual(ago(10));
    expect(accepted).toEqual([ago(30), ago(20), ago(10)]);
    expect(ignored).toEqual([]);
  });

  test('that came before changes nothing', () => {
    const { latest, accepted, ignored } = acceptFixes(ago(10), [ago(10), ago(10)], now);
    expect(latest).toBeUndefined();
    expect(accepted).toEqual([]);
    expect(ignored.map(({ reason }) => reason)).toEqual(['repeated', 'repeated']);
  });

  test('that comes late goes to the trail and leaves the latest', () => {
    expect(acceptFixes(ago(10), [ago(60), ago(40)], now)).toEqual({ accepted: [ago(60), ago(40)], ignored: [] });
  });

  test.each<[string, PositionFix]>([
    ['in-the-future', ago(-121)],
    ['too-old', ago(86_401)],
    ['inaccurate', ago(5, { accuracyMetres: 1_001 })],
    ['impossible-jump', ago(5, { location: [boston[0] + 0.05, boston[1]] })],
  ])('loses what is %s', (reason, fix) => {
    const { accepted, ignored } = acceptFixes(ago(10), [fix], now);
    expect(accepted).toEqual([]);
    expect(ignored).toEqual([{ fix, reason }]);
  });

  test('keeps a far fix after enough time', () => {
    expect(acceptFixes(ago(300), [ago(5, { location: [boston[0] + 0.05, boston[1]] })], now).accepted).toHaveLength(1);
  });

  test('keeps a far fix when both are so inaccurate that he may hardly have moved', () => {
    const poor = { accuracyMetres: 900 };
    const away = ago(5, { ...poor, location: [boston[0] + 0.02, boston[1]] });
    expect(acceptFixes(ago(10, poor), [away], now).accepted).toEqual([away]);
  });

  test('believes a jump when the next fix agrees with it', () => {
    const far = (seconds: number) => ago(seconds, { location: [boston[0] + 0.05, boston[1]] });
    const first = acceptFixes(ago(30), [far(20)], now);
    expect(first).toMatchObject({ suspect: far(20), accepted: [] });
    expect(acceptFixes(ago(30), [far(10)], now, first.suspect)).toEqual({
      latest: far(10),
      accepted: [far(10)],
      ignored: [],
    });
    expect(acceptFixes(ago(30), [ago(10)], now, first.suspect).suspect).toBeUndefined();
  });

  test('keeps a coarse fix for the trail and leaves the fine one of a moment ago as the latest', () => {
    const coarse = ago(10, { accuracyMetres: 400 });
    expect(acceptFixes(ago(30), [coarse], now)).toEqual({ accepted: [coarse], ignored: [] });
    expect(acceptFixes(ago(100), [coarse], now).latest).toEqual(coarse);
  });

  test('never moves the latest back, however it is cut and repeated', () => {
    const anyFix = fc.integer({ min: 0, max: 600 }).map((seconds) => ago(seconds));
    fc.assert(
      fc.property(fc.array(fc.array(anyFix, { minLength: 1, maxLength: 5 }), { maxLength: 10 }), (batches) => {
        let latest: PositionFix | undefined;
        for (const batch of batches) {
          const next = acceptFixes(latest, batch, now).latest;
          if (next && latest) expect(next.at > latest.at).toBe(true);
          latest = next ?? latest;
        }
        const newest = batches
          .flat()
          .map(({ at }) => at)
          .sort()
          .at(-1);
        expect(latest?.at).toBe(newest);
      }),
    );
  });
});

test('of several devices one is followed until it has been silent for three minutes', () => {
  const kept = { device: 'phone', receivedAt: ago(170).at };
  expect(isFollowed(undefined, 'van', now)).toBe(true);
  expect(isFollowed(kept, 'phone', now)).toBe(true);
  expect(isFollowed(kept, 'van', now)).toBe(false);
  expect(isFollowed({ ...kept, receivedAt: ago(190).at }, 'van', now)).toBe(true);
});
