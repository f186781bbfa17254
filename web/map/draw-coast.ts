import type { ExpressionSpecification, Map as MapLibre } from 'maplibre-gl';
import type { Palette } from './palette.ts';

/** Nearer than this the coast of 1 : 50 million lies kilometres beside the real one: it fades out. */
const fadesFrom = 7;
const goneFrom = 9;

/** Draws land and sea under all else of the drawn base, once someone looks from far enough to see them; answers how to stop. */
export const drawCoast = (map: MapLibre, palette: Palette): (() => void) => {
  const add = async () => {
    if (map.getZoom() > goneFrom) return;
    map.off('zoomend', add);
    const { worldLand } = await import('./world-land.ts');
    // The style may have been exchanged meanwhile: only the drawn base has this layer.
    if (!map.getLayer('graticule-fine') || map.getSource('land')) return;
    map.addSource('land', { type: 'geojson', data: worldLand(), attribution: 'Natural Earth' });
    const fade: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], fadesFrom, 1, goneFrom, 0];
    map.addLayer(
      {
        id: 'land',
        type: 'fill',
        source: 'land',
        maxzoom: goneFrom,
        paint: { 'fill-color': palette.surface1, 'fill-opacity': fade },
      },
      'graticule-fine',
    );
    map.addLayer(
      {
        id: 'coast',
        type: 'line',
        source: 'land',
        maxzoom: goneFrom,
        paint: { 'line-color': palette.muted, 'line-opacity': fade },
      },
      'graticule-fine',
    );
  };
  map.on('zoomend', add);
  void add();
  return () => map.off('zoomend', add);
};
