import type { Position } from '../../shared/model/place.ts';
import type { Bounds } from '../map/bounds.ts';
import type { MapPoint } from '../map/point-features.ts';
import type { Visit } from './visit-state.svelte.ts';

type Seen = Pick<Visit, 'place' | 'onTheWay' | 'technicianName'>;

/** A position older than this is shown as stale. */
const staleAfterMilliseconds = 120_000;
/** Room around both, about 400 m at least. */
const leastMarginDegrees = 0.004;
/** And a share of the way between them, so that neither lies beneath the map's buttons. */
const marginShare = 0.35;

export const boundsAround = (one: Position, other: Position): Bounds => {
  const [west, east] = widened(one[0], other[0]);
  const [south, north] = widened(one[1], other[1]);
  return [west, south, east, north];
};

const widened = (one: number, other: number): readonly [number, number] => {
  const margin = Math.max(leastMarginDegrees, Math.abs(one - other) * marginShare);
  return [Math.min(one, other) - margin, Math.max(one, other) + margin];
};

export const placePoint = (visit: Seen): MapPoint => ({
  id: 'place',
  position: visit.place.location,
  mark: { shape: 'pin', tone: 'here', text: '', selected: true },
});

export const personPoint = (visit: Seen, now: number): MapPoint[] => {
  const { position, seenAt } = visit.onTheWay ?? {};
  if (position === undefined) return [];
  const stale = seenAt !== undefined && now - Date.parse(seenAt) > staleAfterMilliseconds;
  const initial = visit.technicianName?.slice(0, 1) ?? '';
  return [
    {
      id: 'technician',
      position,
      mark: { shape: 'person', tone: stale ? 'stale' : 'moving', text: initial, selected: false },
    },
  ];
};
