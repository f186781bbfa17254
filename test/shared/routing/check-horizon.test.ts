import { expect, test } from 'vitest';
import type { PlannedStop } from '../../../shared/model/plan.ts';
import { checkHorizon } from '../../../shared/routing/check-horizon.ts';

const aStop = (appointmentId: string, hour: number, changes: Partial<PlannedStop> = {}): PlannedStop => ({
  appointmentId,
  plannedStartAt: `2026-05-12T${hour}:00:00.000Z`,
  plannedEndAt: `2026-05-12T${hour + 1}:00:00.000Z`,
  ...{ travelSeconds: 600, travelMetres: 4000, change: 'added', appointmentVersion: 1 },
  ...changes,
});
const aPart = (technicianId: string, ...stops: PlannedStop[]) => ({
  routes: [{ technicianId, stops, travelSeconds: 0, travelMetres: 0 }],
  promised: [],
});
const aPromise = (quantity: number) => ({
  routes: [],
  promised: [{ technicianId: 'rosa', partId: 'pump', quantity, onVan: 2 }],
});
const kindsOf = (...parts: Parameters<typeof checkHorizon>[0]) => checkHorizon(parts).map(({ kind }) => kind);

test('sound parts are sound together', () => {
  expect(kindsOf(aPart('rosa', aStop('a', 10)), aPart('rosa', aStop('b', 12)), aPart('sam', aStop('c', 10)))).toEqual(
    [],
  );
});
test('an appointment in two parts is found', () => {
  expect(kindsOf(aPart('rosa', aStop('a', 10)), aPart('sam', aStop('a', 14)))).toEqual(['stop-twice']);
});
test('a technician who would be in two places is found, whichever part came first', () => {
  const [early, late] = [aPart('rosa', aStop('a', 10)), aPart('rosa', aStop('b', 10))];
  expect(kindsOf(early, late)).toEqual(['travel-too-short']);
  expect(kindsOf(late, early)).toEqual(['travel-too-short']);
});
test('a later part that leaves no time for its way is found', () => {
  expect(kindsOf(aPart('rosa', aStop('a', 10)), aPart('rosa', aStop('b', 11)))).toEqual(['travel-too-short']);
});
test('what people have put upon one another is left to them', () => {
  const kept = { change: 'kept' } as const;
  expect(kindsOf(aPart('rosa', aStop('a', 10, kept)), aPart('rosa', aStop('b', 10, kept)))).toEqual([]);
});
test('a part that is promised more often than it lies on the van is found', () => {
  expect(kindsOf(aPromise(1), aPromise(1))).toEqual([]);
  expect(kindsOf(aPromise(1), aPromise(2))).toEqual(['part-lacking']);
});
