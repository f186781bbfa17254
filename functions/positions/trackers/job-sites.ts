import { defaultRadiusMetres } from '../../../shared/geo/geofence.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import { hash } from '../../platform/hash.ts';

/** Commands that replace the app's waypoints by the places of today's open appointments (owntracks.org/booklet, remote configuration). */
export interface JobSites {
  readonly commands: readonly Record<string, unknown>[];
  /** Changes when what they say changes. */
  readonly contentHash: string;
}

export const jobSites = (appointments: readonly Appointment[]): JobSites => {
  const waypoints = appointments
    .filter(({ status }) => !isFinished(status))
    .sort((a, b) => a.id.localeCompare(b.id))
    .map(waypointOf);
  return {
    commands: [
      { _type: 'cmd', action: 'clearWaypoints' },
      { _type: 'cmd', action: 'setWaypoints', waypoints: { _type: 'waypoints', waypoints } },
    ],
    contentHash: hash(JSON.stringify(waypoints)),
  };
};

/** The work's number and subject, nobody's name: it stands on a phone's lock screen. */
const waypointOf = ({ id, workOrderNumber, subject, place: { location }, createdAt }: Appointment) => ({
  _type: 'waypoint',
  desc: `${workOrderNumber} ${subject}`.slice(0, 100),
  lon: location[0],
  lat: location[1],
  rad: defaultRadiusMetres,
  // Older apps know a waypoint by its time, newer ones by its id: both never change.
  tst: Math.floor(Date.parse(createdAt) / 1000) + (Number.parseInt(hash(id).slice(0, 4), 16) % 1000),
  rid: id,
});
