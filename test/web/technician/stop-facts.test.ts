import { describe, expect, it } from 'vitest';
import { numberOf } from '../../../web/technician/number-of.ts';
import { missingParts } from '../../../web/technician/missing-parts.ts';
import { navigationLink } from '../../../web/technician/navigation-link.ts';
import { scaledSize } from '../../../web/technician/scaled-photo.ts';
import { promiseOf } from '../../../web/technician/stop-words.ts';
import { vanParts } from '../../../web/technician/van-parts.ts';
import { boundsOfDay, pointsOfDay, routesOfDay } from '../../../web/technician/day-on-map.ts';
import { aPart } from '../../builders/a-part.ts';
import { aTechnician } from '../../builders/a-technician.ts';
import { anAppointment, anAssignedAppointment } from '../../builders/an-appointment.ts';
import { anId } from '../../builders/an-id.ts';

const technician = aTechnician();
const at = (time: string) => Date.parse(`2026-05-12T${time}:00Z`);

describe('The promise of a stop', () => {
  const due = { dueBy: '2026-05-12T16:00:00.000Z' };
  it('is kept, at risk when the plan ends beyond it, late when it has passed', () => {
    const early = anAssignedAppointment(technician.id, '2026-05-12T14:00:00.000Z', due);
    const late = anAssignedAppointment(technician.id, '2026-05-12T15:30:00.000Z', due);
    expect(promiseOf(early, at('13:00'))).toBe('kept');
    expect(promiseOf(late, at('13:00'))).toBe('at-risk');
    expect(promiseOf(early, at('16:01'))).toBe('late');
  });

  it('is not called late while he is there', () => {
    const there = anAssignedAppointment(technician.id, '2026-05-12T14:00:00.000Z', {
      ...due,
      status: 'on-site',
      actualStartAt: '2026-05-12T14:05:00.000Z',
    });
    expect(promiseOf(there, at('17:00'))).toBe('kept');
  });
});

describe('The van', () => {
  const [pump, seal] = [aPart({ name: 'Pump' }), aPart({ name: 'Seal' })];
  const level = (partId: string, quantity: number) => ({
    stockLocationId: anId('stockLocation'),
    partId,
    quantity,
    version: 1,
    updatedAt: '2026-05-12T10:00:00.000Z',
  });
  const stop = anAppointment({ partRequirements: [{ partId: seal.id, quantity: 2 }] });

  it('misses what it has too few of', () => {
    const parts = [pump, seal];
    expect(missingParts(stop, { parts, stock: [level(seal.id, 1)] })).toEqual(['Seal']);
    expect(missingParts(stop, { parts, stock: [level(seal.id, 2)] })).toEqual([]);
  });

  it('offers what it has, planned parts first', () => {
    const offered = vanParts(stop, { parts: [pump, seal], stock: [level(pump.id, 4), level(seal.id, 1)] });
    expect(offered.map(({ part, quantity, planned }) => [part.name, quantity, planned])).toEqual([
      ['Seal', 1, true],
      ['Pump', 4, false],
    ]);
    expect(vanParts(stop, { parts: [pump], stock: [level(pump.id, 0)] })).toEqual([]);
  });
});

describe('The map of the day', () => {
  const done = anAssignedAppointment(technician.id, '2026-05-12T13:00:00.000Z', {
    status: 'completed',
    place: { location: [-71.1, 42.3], addressText: 'A' },
  });
  const next = anAssignedAppointment(technician.id, '2026-05-12T15:00:00.000Z', {
    status: 'accepted',
    place: { location: [-71.0, 42.4], addressText: 'B' },
  });
  const leg = (from: [number, number], to: [number, number]) => ({ from, to, travelSeconds: 600, travelMetres: 3000 });
  const day = {
    technician,
    appointments: [done, next],
    legs: [leg([-71.05, 42.35], [-71.1, 42.3]), leg([-71.1, 42.3], [-71.0, 42.4])],
  };

  it('numbers the stops in order and picks out the next one', () => {
    expect(pointsOfDay(day).map(({ mark }) => [mark.text, mark.tone, mark.selected])).toEqual([
      ['1', 'done', false],
      ['2', 'fine', true],
    ]);
  });

  it('shows the way behind apart from the way ahead', () => {
    expect(routesOfDay(day).map(({ kind, positions }) => [kind, positions])).toEqual([
      [
        'done',
        [
          [-71.05, 42.35],
          [-71.1, 42.3],
        ],
      ],
      [
        'now',
        [
          [-71.1, 42.3],
          [-71.0, 42.4],
        ],
      ],
    ]);
  });

  it('holds every stop and the start', () => {
    const [west, south, east, north] = boundsOfDay(day);
    for (const [longitude, latitude] of [technician.startPlace.location, [-71.1, 42.3], [-71.0, 42.4]]) {
      expect(longitude).toBeGreaterThan(west);
      expect(longitude).toBeLessThan(east);
      expect(latitude).toBeGreaterThan(south);
      expect(latitude).toBeLessThan(north);
    }
  });
});

it('Numbers are read with point or comma', () => {
  expect(['1.5', '1,5', ' 2 ', '', 'two'].map(numberOf)).toEqual([1.5, 1.5, 2, undefined, undefined]);
});

it('Photos become at most 1600 pixels long and are never enlarged', () => {
  expect(scaledSize(4000, 3000)).toEqual({ width: 1600, height: 1200 });
  expect(scaledSize(800, 600)).toEqual({ width: 800, height: 600 });
  expect(scaledSize(9000, 1)).toEqual({ width: 1600, height: 1 });
});

it("A place is handed to the device's own navigation", () => {
  const place = { location: [-71.06, 42.36] as [number, number], addressText: '1 Main St (rear)' };
  expect(navigationLink(place, 'Mozilla/5.0 (iPhone)')).toBe('https://maps.apple.com/?daddr=42.36,-71.06&dirflg=d');
  expect(navigationLink(place, 'Mozilla/5.0 (Linux; Android 15)')).toBe(
    'geo:42.36,-71.06?q=42.36,-71.06(1%20Main%20St%20(rear))',
  );
  expect(navigationLink(place, 'Mozilla/5.0 (X11)')).toContain('openstreetmap.org');
});
