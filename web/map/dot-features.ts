import type { Feature } from 'geojson';
import type { MapPoint } from './point-features.ts';

/** The least that a dot needs: of a crowd every property that travels to the map costs. A point that did not change keeps its feature. */
export const createDotFeatures = () => {
  let kept = new Map<string, { readonly point: MapPoint; readonly feature: Feature }>();
  return (points: readonly MapPoint[]): Feature[] => {
    const next = new Map<string, { readonly point: MapPoint; readonly feature: Feature }>();
    for (const point of points) {
      const before = kept.get(point.id);
      next.set(point.id, before && isSame(before.point, point) ? before : { point, feature: featureOf(point) });
    }
    kept = next;
    return Array.from(next.values(), ({ feature }) => feature);
  };
};

const isSame = (a: MapPoint, b: MapPoint): boolean =>
  a.position[0] === b.position[0] && a.position[1] === b.position[1] && a.mark.tone === b.mark.tone;

const featureOf = ({ id, position, mark: { tone } }: MapPoint): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [position[0], position[1]] },
  properties: { id, tone },
});
