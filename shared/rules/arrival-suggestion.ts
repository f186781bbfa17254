import { nextGeofence, outsideGeofence, type GeofenceState } from '../geo/geofence.ts';
import { isBefore } from '../geo/instant-arithmetic.ts';
import type { Appointment } from '../model/appointment.ts';
import type { PositionFix } from '../model/position-fix.ts';

export interface ArrivalSuggestion {
  /** To be given back with the next batch while he travels to the same appointment. */
  readonly state: GeofenceState;
  /** The appointment whose place he seems to have reached; he confirms it himself. */
  readonly suggestedFor?: string;
}

/** Whether accepted fixes, in order of time, show that the technician has reached the appointment he travels to. */
export const arrivalSuggestion = (
  appointment: Pick<Appointment, 'id' | 'status' | 'place' | 'travelStartedAt'>,
  fixes: readonly PositionFix[],
  state: GeofenceState = outsideGeofence,
): ArrivalSuggestion => {
  if (appointment.status !== 'travelling') return { state: outsideGeofence };
  let present = state;
  for (const fix of fixes) {
    if (appointment.travelStartedAt !== undefined && isBefore(fix.at, appointment.travelStartedAt)) continue;
    present = nextGeofence(present, fix, appointment.place.location).state;
  }
  return { state: present, ...(present.inside && { suggestedFor: appointment.id }) };
};
