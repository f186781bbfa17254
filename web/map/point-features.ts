import type { Feature } from 'geojson';
import type { Position } from '../../shared/model/place.ts';
import { markName, type Mark } from './mark.ts';

export interface MapPoint {
  readonly id: string;
  readonly position: Position;
  readonly mark: Mark;
  /** Degrees clockwise from north. */
  readonly heading?: number | undefined;
  /** The higher lies above its neighbours. */
  readonly rank?: number | undefined;
}

/** Features of points; a point that did not change keeps its feature, so that only changes travel to the map. */
export const createPointFeatures = () => {
  let kept = new Map<string, { readonly key: string; readonly feature: Feature }>();
  return (points: readonly MapPoint[]): Feature[] => {
    const next = new Map<string, { readonly key: string; readonly feature: Feature }>();
    for (const point of points) {
      const key = `${point.position.join()} ${markName(point.mark)} ${point.heading ?? ''} ${point.rank ?? 0}`;
      const before = kept.get(point.id);
      next.set(point.id, before?.key === key ? before : { key, feature: featureOf(point) });
    }
    kept = next;
    return [...next.values()].map(({ feature }) => feature);
  };
};

const featureOf = ({ id, position, mark, heading, rank = 0 }: MapPoint): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [...position] },
  properties: {
    id,
    icon: markName(mark),
    rank,
    ...(heading === undefined
      ? {}
      : { heading, headingIcon: markName({ ...mark, shape: 'heading', text: '', selected: false }) }),
  },
});
