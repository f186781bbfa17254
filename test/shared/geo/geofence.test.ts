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

const stepsOf = (fixes: readonly PositionFix[]) => {
  let state = outsideGeofence;
  return fixes.map((fix) => {
    const step = nextGeofence(state, fix, boston);
    state = step.state;
    return step;
  });
};
const eventsOf = (fixes: readonly PositionFix[]): GeofenceEvent[] => stepsOf(fixes).flatMap(({ event }) => event ?? []);
const seemsThere = (fixes: readonly PositionFix[]): boolean => stepsOf(fixes).at(-1)?.state.stoodAt !== undefined;
const standing = { speedMetresPerSecond: 0 };

describe('arrival', () => {
  test('is suggested at once when he is slow inside, and is one when he stays', () => {
    const first = [fixAt(0, 300), fixAt(5, 40, { speedMetresPerSecond: 1 })];
    expect(seemsThere(first)).toBe(true);
    expect(eventsOf(first)).toEqual([]);
    const last = stepsOf([...first, fixAt(50, 30, standing), fixAt(95, 30, standing)]).at(-1);
    expect(last).toMatchObject({ event: 'arrived', at: first[1]?.at });
  });

  test('is none at a red light before the door', () => {
    const light = [fixAt(0, 60, standing), fixAt(60, 60, standing)];
    expect(seemsThere(light)).toBe(true);
    expect(seemsThere([...light, fixAt(75, -200)])).toBe(false);
    expect(eventsOf([...light, fixAt(75, -200), fixAt(120, -300)])).toEqual([]);
  });

  test('is not seen while he only drives past', () => {
    const speedMetresPerSecond = 12;
    const past = [fixAt(0, 60, { speedMetresPerSecond }), fixAt(5, -60, { speedMetresPerSecond }), fixAt(10, -200)];
    expect(seemsThere(past.slice(0, 2))).toBe(false);
    expect(eventsOf(past)).toEqual([]);
  });

  test('of a device that tells no speed is suggested by the way since its fix before', () => {
    expect(seemsThere([fixAt(0, 70), fixAt(5, -10)])).toBe(false);
    expect(seemsThere([fixAt(0, 70), fixAt(5, 10), fixAt(10, 5)])).toBe(true);
  });

  test('is suggested after a minute inside where fixes are too far apart to tell a speed', () => {
    expect(seemsThere([fixAt(0, 40), fixAt(40, 40)])).toBe(false);
    expect(seemsThere([fixAt(0, 40), fixAt(40, 40), fixAt(80, 40)])).toBe(true);
  });

  test('is seen of a phone that says nothing while it lies still, once it moves on', () => {
    const steps = stepsOf([fixAt(0, 40, standing), fixAt(3600, 400), fixAt(3650, 900)]);
    expect(steps.map(({ event }) => event)).toEqual([undefined, 'arrived', 'left']);
    expect(steps[1]?.at).toBe(fixAt(0, 40).at);
  });

  test('is not seen from an inaccurate fix', () => {
    expect(seemsThere([fixAt(0, 10, { ...standing, accuracyMetres: 51 })])).toBe(false);
  });
});

describe('departure', () => {
  const arrived = [fixAt(-90, 10, standing), fixAt(0, 10, standing)];

  test('needs two fixes and 45 seconds beyond the wider radius', () => {
    expect(eventsOf([...arrived, fixAt(10, 300)])).toEqual(['arrived']);
    expect(eventsOf([...arrived, fixAt(10, 300), fixAt(30, 400)])).toEqual(['arrived']);
    expect(eventsOf([...arrived, fixAt(10, 300), fixAt(30, 400), fixAt(55, 500)])).toEqual(['arrived', 'left']);
  });

  test('is not seen when the fix wanders between the radii', () => {
    expect(eventsOf([...arrived, fixAt(60, 130), fixAt(120, 130), fixAt(180, 130)])).toEqual(['arrived']);
  });

  test('is not seen where the fix itself is unsure by as much', () => {
    const unsure = { accuracyMetres: 50 };
    const drifting = [fixAt(10, 180, unsure), fixAt(40, 180, unsure), fixAt(70, 180, unsure)];
    expect(eventsOf([...arrived, ...drifting])).toEqual(['arrived']);
  });

  test("is not seen when the position jumps to a neighbour's network and stays there for some minutes", () => {
    const jumped = [10, 60, 120, 240].map((seconds) => fixAt(seconds, 250));
    expect(eventsOf([...arrived, ...jumped])).toEqual(['arrived']);
    expect(eventsOf([...arrived, ...jumped, fixAt(320, 250)])).toEqual(['arrived', 'left']);
  });

  test('is forgotten when he comes back', () => {
    expect(eventsOf([...arrived, fixAt(10, 300), fixAt(20, 20), fixAt(60, 300), fixAt(70, 450)])).toEqual(['arrived']);
  });
});

test('a late fix changes nothing', () => {
  const { state } = nextGeofence(outsideGeofence, fixAt(100, 300), boston);
  expect(nextGeofence(state, fixAt(50, 0, { speedMetresPerSecond: 0 }), boston)).toEqual({ state });
});
