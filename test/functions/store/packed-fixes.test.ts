import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packFixes, unpackFixes } from '../../../functions/store/packed-fixes.ts';
import type { PositionFix } from '../../../shared/model/position-fix.ts';
import { aFix } from '../../builders/a-position.ts';

/** Fixes in the fineness in which they are kept. */
const anyFix: fc.Arbitrary<PositionFix> = fc
  .record(
    {
      at: fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      longitude: fc.integer({ min: -180_000_000, max: 180_000_000 }),
      latitude: fc.integer({ min: -90_000_000, max: 90_000_000 }),
      accuracyMetres: fc.nat(1000),
      speedMetresPerSecond: fc.nat(1200).map((tenths) => tenths / 10),
      headingDegrees: fc.nat(360),
      batteryPercent: fc.nat(100),
    },
    { requiredKeys: ['at', 'longitude', 'latitude', 'accuracyMetres'] },
  )
  .map(({ at, longitude, latitude, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    location: [longitude / 1e6, latitude / 1e6],
  }));

describe('a packed trail', () => {
  test('reads as it was written, whatever it holds and wherever it jumps', () => {
    fc.assert(
      fc.property(fc.array(anyFix, { maxLength: 40 }), (fixes) => {
        expect(unpackFixes(packFixes(fixes))).toEqual(fixes);
      }),
    );
  });

  test('of ten minutes of driving has about 14 characters a fix', () => {
    const driving = Array.from({ length: 40 }, (_, i) =>
      aFix({
        at: new Date(Date.parse('2026-05-12T14:00:00.000Z') + i * 15_000 + (i % 7) * 130).toISOString(),
        location: [-71.06 + i * 0.0013, 42.36 + (i % 5) * 0.0007],
        accuracyMetres: 5 + (i % 6),
        speedMetresPerSecond: 9 + (i % 4) * 1.7,
        headingDegrees: (80 + i * 3) % 360,
        batteryPercent: 87,
      }),
    );
    expect(packFixes(driving).length / driving.length).toBeLessThan(16);
  });

  test('of another form is a fault, not a wrong trail', () => {
    expect(() => unpackFixes('?abc')).toThrow('begins with ?');
    expect(() => unpackFixes(packFixes([aFix()]).slice(0, -1))).toThrow();
  });
});
