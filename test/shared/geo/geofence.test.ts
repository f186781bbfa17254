import { describe, expect, test } from 'vitest';
import { nextGeofence, outsideGeofence, type GeofenceEvent } from '../../../shared/geo/geofence.ts';
import type { PositionFix } from '../../../shared/model/position-fix.ts';
import { aFix } from '../../builders/a-position.ts';
import { boston } from '../../builders/a-territory.ts';

const metresPerDegreeNorth = 111_195;
const begin = Date.parse('2026-05-12T14:00:00.000Z');

/** A fix some seconds on, some metres north of the place. */
const fixAt = (seconds: number, metresAway: number, changes: Partial<PositionFix> = {}) =>
  aFix({
    at: new Date(begin + seconds * 1000).toISOString(),
    location: [boston[0], boston[1] + metresAway / metresPerDegreeNorth],
    ...changes,
  });

const eventsOf = (fixes: readonly PositionFix[]): GeofenceEvent[] => {
  let state = outsideGeofence;
  return fixes.flatMap((fix) => {
    const step = nextGeofence(state, fix, boston);
    state = step.state;
    return step.event ?? [];
  });
};

describe('arrival', () => {
  test('is seen at once when he is slow inside', () => {
    expect(eventsOf([fixAt(0, 300), fixAt(5, 40, { speedMetresPerSecond: 1 })])).toEqual(['arrived']);
  });

  test('is not seen while he only drives past', () => {
    const speedMetresPerSecond = 12;
    expect(
      eventsOf([fixAt(0, 60, { speedMetresPerSecond }), fixAt(5, -60, { speedMetresPerSecond }), fixAt(10, -200)]),
    ).toEqual([]);
  });

  test('of a device that tells no speed is seen by the way since its fix before', () => {
    expect(eventsOf([fixAt(0, 70), fixAt(5, -10)])).toEqual([]);
    expect(eventsOf([fixAt(0, 70), fixAt(5, 10), fixAt(10, 5)])).toEqual(['arrived']);
  });

  test('is seen after a minute inside where fixes are too far apart to tell a speed', () => {
    expect(eventsOf([fixAt(0, 40), fixAt(40, 40)])).toEqual([]);
    expect(eventsOf([fixAt(0, 40), fixAt(40, 40), fixAt(80, 40)])).toEqual(['arrived']);
  });

  test('is not seen from an inaccurate fix', () => {
    expect(eventsOf([fixAt(0, 10, { speedMetresPerSecond: 0, accuracyMetres: 51 })])).toEqual([]);
  });
});

describe('departure', () => {
  const arrived = fixAt(0, 10, { speedMetresPerSecond: 0 });

  test('needs two fixes and 45 seconds beyond the wider radius', () => {
    expect(eventsOf([arrived, fixAt(10, 300)])).toEqual(['arrived']);
    expect(eventsOf([arrived, fixAt(10, 300), fixAt(30, 400)])).toEqual(['arrived']);
    expect(eventsOf([arrived, fixAt(10, 300), fixAt(30, 400), fixAt(55, 500)])).toEqual(['arrived', 'left']);
  });

  test('is not seen when the fix wanders between the radii', () => {
    expect(eventsOf([arrived, fixAt(60, 130), fixAt(120, 130), fixAt(180, 130)])).toEqual(['arrived']);
  });

  test('is not seen where the fix itself is unsure by as much', () => {
    const unsure = { accuracyMetres: 50 };
    expect(eventsOf([arrived, fixAt(10, 180, unsure), fixAt(40, 180, unsure), fixAt(70, 180, unsure)])).toEqual([
      'arrived',
    ]);
  });

  test('is forgotten when he comes back', () => {
    expect(eventsOf([arrived, fixAt(10, 300), fixAt(20, 20), fixAt(60, 300), fixAt(70, 300)])).toEqual(['arrived']);
  });
});

test('a late fix changes nothing', () => {
  const { state } = nextGeofence(outsideGeofence, fixAt(100, 300), boston);
  expect(nextGeofence(state, fixAt(50, 0, { speedMetresPerSecond: 0 }), boston)).toEqual({ state });
});
