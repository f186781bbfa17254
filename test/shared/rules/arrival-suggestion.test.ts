import { expect, test } from 'vitest';
import { outsideGeofence } from '../../../shared/geo/geofence.ts';
import { arrivalSuggestion } from '../../../shared/rules/arrival-suggestion.ts';
import { aFix } from '../../builders/a-position.ts';
import { anAppointment } from '../../builders/an-appointment.ts';

const travelStartedAt = '2026-05-12T13:50:00.000Z';
const travelling = anAppointment({ status: 'travelling', travelStartedAt });
const there = aFix({ location: travelling.place.location, speedMetresPerSecond: 0.5 });

test('arrival is suggested for the appointment that he travels to, once he stands there', () => {
  expect(arrivalSuggestion(travelling, [aFix({ at: '2026-05-12T13:55:00.000Z' })]).suggestedFor).toBeUndefined();
  expect(arrivalSuggestion(travelling, [there]).suggestedFor).toBe(travelling.id);
});

test('the suggestion stays while he is there and has not confirmed it', () => {
  const { state } = arrivalSuggestion(travelling, [there]);
  expect(arrivalSuggestion(travelling, [], state).suggestedFor).toBe(travelling.id);
});

test('nothing is suggested by fixes from before he set out', () => {
  const early = { ...there, at: '2026-05-12T13:49:00.000Z' };
  expect(arrivalSuggestion(travelling, [early])).toEqual({ state: outsideGeofence });
});

test('nothing is suggested unless he travels', () => {
  expect(arrivalSuggestion({ ...travelling, status: 'accepted' }, [there])).toEqual({ state: outsideGeofence });
});
