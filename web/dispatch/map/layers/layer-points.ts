import type { MarkTone } from '../../../map/mark.ts';
import type { MapPoint } from '../../../map/point-features.ts';
import { circleArea } from '../../../../shared/geo/circle-area.ts';
import { defaultRadiusMetres } from '../../../../shared/geo/geofence.ts';
import type { Appointment } from '../../../../shared/model/appointment.ts';
import type { Polygon } from '../../../../shared/model/place.ts';
import type { StockLocation } from '../../../../shared/model/stock.ts';
import { isFinished } from '../../../../shared/rules/appointment-lifecycle.ts';
import type { KnownAsset } from './known-asset.ts';

/** Stock places that stand somewhere; a van's stock is where its technician is. */
export const stockPoints = (locations: readonly StockLocation[], selectedId: string | undefined): MapPoint[] =>
  locations.flatMap(({ id, place }) => (place ? sign(id, place.location, '▤', id === selectedId) : []));

/** All machines, each once; those that this board's work is about stand out. */
export const assetPoints = (
  known: Iterable<Pick<KnownAsset, 'id' | 'place'>>,
  appointments: readonly Appointment[],
  selectedId: string | undefined,
): MapPoint[] => {
  const atWork = new Map(appointments.flatMap(({ assetId, place }) => (assetId ? [[assetId, place] as const] : [])));
  const idle = [...known].filter(({ id }) => !atWork.has(id));
  return [
    ...idle.map(({ id, place }) => sign(id, place.location, '⚙', id === selectedId)),
    ...[...atWork].map(([id, { location }]) => sign(id, location, '⚙', id === selectedId, 'here')),
  ];
};

const sign = (
  id: string,
  position: MapPoint['position'],
  text: string,
  selected: boolean,
  tone: MarkTone = 'done',
): MapPoint => ({ id, position, mark: { shape: 'place', tone, text, selected } });

/** An hour of work at normal priority warms as much as one; what is urgent warms more. */
const warmth = { emergency: 3, high: 2, normal: 1, low: 0.6 } as const;

/** What is still to be done, by how much work it is and how it presses. */
export const demandSpots = (appointments: readonly Appointment[]) =>
  appointments
    .filter(({ status }) => !isFinished(status))
    .map(({ id, place, priority, durationSeconds }) => ({
      id,
      position: place.location,
      weight: warmth[priority] * Math.max(0.3, durationSeconds / 3600),
    }));

/** Within this of a place its technician counts as arrived. */
export const geofenceAreas = (
  appointments: readonly Appointment[],
): { readonly id: string; readonly area: Polygon; readonly tone: 'waiting' }[] =>
  appointments
    .filter(({ status, day }) => day !== undefined && !isFinished(status))
    .map(({ id, place }) => ({ id, area: circleArea(place.location, defaultRadiusMetres), tone: 'waiting' as const }));
