import type { Position } from '../../shared/model/place.ts';
import type { Bounds } from '../map/map-view.ts';
import type { MapPoint } from '../map/point-features.ts';
import type { Visit } from './visit-state.svelte.ts';

type Seen = Pick<Visit, 'place' | 'onTheWay' | 'technicianName'>;

/** A position older than this is shown as stale. */
const staleAfterMilliseconds = 120_000;
/** Room around both, about 400 m at least. */
const marginDegrees = 0.004;

export const boundsAround = (one: Position, other: Position): Bounds => [
  Math.min(one[0], other[0]) - marginDegrees,
  Math.min(one[1], other[1]) - marginDegrees,
  Math.max(one[0], other[0]) + marginDegrees,
  Math.max(one[1], other[1]) + marginDegrees,
];

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
