import type { AppointmentStatus } from '../../shared/model/appointment.ts';
import type { PositionFix } from '../../shared/model/position-fix.ts';
import type { Position } from '../../shared/model/place.ts';
import type { Bounds } from '../map/bounds.ts';
import type { MarkTone } from '../map/mark.ts';
import type { MapPoint } from '../map/point-features.ts';
import type { MyDay } from './my-day.ts';
import { nextStop } from './next-step.ts';
import { wayOfDay } from './way-of-day.ts';

/** A line of web/map/RouteLayer.svelte. */
interface RouteLine {
  readonly id: string;
  readonly kind: 'done' | 'now';
  readonly positions: readonly Position[];
}

type Day = Pick<MyDay, 'appointments' | 'legs' | 'technician'>;

/** About 600 m in degrees, so that a single stop is not shown at the size of a house. */
const marginDegrees = 0.006;

/** The box around all stops, where parts are fetched for them and the place where the day starts. */
export const boundsOfDay = (day: Day | undefined): Bounds => {
  if (day === undefined) return [-180, -60, 180, 75];
  const positions = [
    day.technician.startPlace.location,
    ...day.appointments.map((stop) => stop.place.location),
    ...fetchesOf(day).map(({ pickup }) => pickup.place.location),
  ];
  const longitudes = positions.map(([longitude]) => longitude);
  const latitudes = positions.map(([, latitude]) => latitude);
  return [
    Math.min(...longitudes) - marginDegrees,
    Math.min(...latitudes) - marginDegrees,
    Math.max(...longitudes) + marginDegrees,
    Math.max(...latitudes) + marginDegrees,
  ];
};

/** The stops with their numbers, the next one picked out. */
export const pointsOfDay = (day: Day | undefined): MapPoint[] => {
  const next = nextStop(day?.appointments ?? []);
  return (day?.appointments ?? []).map((stop, index) => ({
    id: stop.id,
    position: stop.place.location,
    mark: { shape: 'stop', tone: tones[stop.status], text: String(index + 1), selected: stop.id === next?.id },
    rank: stop.id === next?.id ? 1 : 0,
  }));
};

/** Where parts are still to be fetched: one sign for each place, as on the dispatcher's map. */
export const fetchPoints = (day: Day | undefined): MapPoint[] => {
  const byPlace = new Map(fetchesOf(day).map(({ pickup }) => [pickup.stockLocationId, pickup.place.location]));
  return [...byPlace].map(([id, position]) => ({
    id,
    position,
    mark: { shape: 'place', tone: 'waiting', text: '▤', selected: false },
  }));
};

/** For which appointment something is fetched at a place of stock: the first one. */
export const fetchedFor = (day: Day | undefined, stockLocationId: string): string | undefined =>
  fetchesOf(day).find(({ pickup }) => pickup.stockLocationId === stockLocationId)?.stop.id;

/** Where the phone itself is, with the technician's initial. */
export const ownPoint = (day: Day | undefined, here: PositionFix | undefined): MapPoint[] => {
  if (here === undefined) return [];
  const text = day?.technician.name.slice(0, 1) ?? '';
  return [
    {
      id: 'own',
      position: here.location,
      heading: here.headingDegrees,
      mark: { shape: 'person', tone: 'moving', text, selected: false },
    },
  ];
};

/** The way as far as it is behind, and the way ahead. */
export const routesOfDay = (day: Day | undefined): RouteLine[] => {
  const line = (kind: RouteLine['kind'], legs: Day['legs']): RouteLine => ({
    id: kind,
    kind,
    positions: legs.flatMap(({ from, via = [], to }, index): Position[] => [
      ...(index === 0 ? [from] : []),
      ...via,
      to,
    ]),
  });
  const legs = day?.legs ?? [];
  const behind = (day?.appointments ?? []).findIndex(
    (stop) => tones[stop.status] !== 'done' && stop.status !== 'on-site',
  );
  const split = behind === -1 ? legs.length : behind;
  return [line('done', legs.slice(0, split)), line('now', legs.slice(split))];
};

const fetchesOf = (day: Day | undefined) =>
  wayOfDay(day?.appointments ?? [], day?.technician.id).filter((entry) => entry.kind === 'pickup');

const tones: Readonly<Record<AppointmentStatus, MarkTone>> = {
  unscheduled: 'waiting',
  scheduled: 'fine',
  dispatched: 'fine',
  accepted: 'fine',
  travelling: 'moving',
  'on-site': 'here',
  completed: 'done',
  'cannot-complete': 'done',
  cancelled: 'done',
};
