import type { MapPoint } from '../../../map/point-features.ts';
import { circleArea } from '../../../../shared/geo/circle-area.ts';
import { defaultRadiusMetres } from '../../../../shared/geo/geofence.ts';
import type { Appointment } from '../../../../shared/model/appointment.ts';
import type { Polygon } from '../../../../shared/model/place.ts';
import type { StockLocation } from '../../../../shared/model/stock.ts';
import { isFinished } from '../../../../shared/rules/appointment-lifecycle.ts';

/** Stock places that stand somewhere; a van's stock is where its technician is. */
export const stockPoints = (locations: readonly StockLocation[], selectedId: string | undefined): MapPoint[] =>
  locations.flatMap(({ id, place }) => (place ? sign(id, place.location, '▤', id === selectedId) : []));

/** Machines that this board's work is about, each once. */
export const assetPoints = (appointments: readonly Appointment[], selectedId: string | undefined): MapPoint[] => {
  const byAsset = new Map(appointments.flatMap((one) => (one.assetId ? [[one.assetId, one] as const] : [])));
  return [...byAsset].map(([assetId, { place }]) => sign(assetId, place.location, '⚙', assetId === selectedId));
};

const sign = (id: string, position: MapPoint['position'], text: string, selected: boolean): MapPoint => ({
  id,
  position,
  mark: { shape: 'place', tone: 'done', text, selected },
});

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
