import type { MapPoint } from '../../map/point-features.ts';
import type { MarkTone } from '../../map/mark.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { LatestPosition } from '../../../shared/model/position-fix.ts';
import type { Technician } from '../../../shared/model/technician.ts';
import type { LiveState } from '../../../shared/rules/live-state.ts';
import type { QueueItem } from '../state/queue-items.ts';
import { urgencyOf } from '../state/tone-of.ts';

/** Longer than this without a fix and a place is a guess. */
const staleMilliseconds = 5 * 60_000;

export const queuePoints = (items: readonly QueueItem[], selected: ReadonlySet<string>): MapPoint[] =>
  items.map((item) => {
    const thing = item.kind === 'appointment' ? item.appointment : item.request;
    return {
      id: item.id,
      position: thing.place.location,
      mark: {
        shape: 'pin',
        tone: item.urgency === 'fine' ? 'waiting' : item.urgency,
        text: '',
        selected: selected.has(item.id),
      },
      rank: item.urgency === 'late' ? 3 : item.urgency === 'risk' ? 2 : 1,
    };
  });

/** Stops of the day; `numbers` are those of the technician looked at. */
export const stopPoints = (
  appointments: readonly Appointment[],
  now: number,
  selected: ReadonlySet<string>,
  numbers: ReadonlyMap<string, number>,
): MapPoint[] =>
  appointments.map((appointment) => ({
    id: appointment.id,
    position: appointment.place.location,
    mark: {
      shape: 'stop',
      tone: stopTone(appointment, now),
      text: String(numbers.get(appointment.id) ?? ''),
      selected: selected.has(appointment.id),
    },
    rank: numbers.has(appointment.id) ? 2 : 0,
  }));

const stopTone = (appointment: Appointment, now: number): MarkTone => {
  switch (appointment.status) {
    case 'completed':
    case 'cannot-complete':
      return 'done';
    case 'on-site':
      return 'here';
    case 'travelling':
      return urgencyOf(appointment, now) === 'fine' ? 'moving' : urgencyOf(appointment, now);
    default:
      return urgencyOf(appointment, now);
  }
};

const liveTones: Readonly<Record<LiveState, MarkTone>> = {
  available: 'fine',
  travelling: 'moving',
  'on-site': 'here',
  'on-break': 'waiting',
  'off-shift': 'waiting',
  offline: 'stale',
};

export const technicianPoint = (
  technician: Technician,
  { fix }: LatestPosition,
  state: LiveState,
  now: number,
  selected: boolean,
): MapPoint => {
  const isStale = now - Date.parse(fix.at) > staleMilliseconds;
  const isMoving = !isStale && (fix.speedMetresPerSecond ?? 0) > 1;
  return {
    id: technician.id,
    position: fix.location,
    mark: { shape: 'person', tone: isStale ? 'stale' : liveTones[state], text: initials(technician.name), selected },
    heading: isMoving ? fix.headingDegrees : undefined,
    rank: selected ? 2 : 1,
  };
};

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('');
