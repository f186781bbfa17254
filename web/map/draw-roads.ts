import type { Feature } from 'geojson';
import { type GeoJSONSource, type LayerSpecification, type Map as MapLibre } from 'maplibre-gl';
import type { RoadTile } from '../../shared/geo/road-map/road-tile.ts';
import type { RoadTileAnswer } from '../../shared/protocol/endpoints/road-tiles.ts';
import type { Palette } from './palette.ts';
import { roadTilesInView } from './road-tiles-in-view.ts';

/** How a page asks for a square of its company's roads. */
export type LoadRoads = (tile: RoadTile) => Promise<RoadTileAnswer>;

/** Squares that are kept while the map is looked at. */
const mostKept = 80;
const source = 'roads';

/** Draws a company's own roads quietly on the drawn base, square by square as they come into view; answers how to stop. */
export const drawRoads = (map: MapLibre, palette: Palette, loadRoads: LoadRoads): (() => void) => {
  const squares = new Map<string, RoadTileAnswer>();
  let run = 0;
  const look = async () => {
    const own = (run += 1);
    const bounds = map.getBounds();
    const view = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] as const;
    const tiles = roadTilesInView(view, map.getZoom());
    await Promise.all(tiles.map((tile) => fetchOnce(squares, tile, loadRoads)));
    // Moved on or another style meanwhile: who came later draws.
    if (own === run && map.getLayer('graticule-fine')) show(map, palette, squares, tiles);
  };
  const subscription = map.on('moveend', () => void look());
  void look();
  return () => {
    run += 1;
    subscription.unsubscribe();
  };
};

const keyOf = ({ zoom, x, y }: RoadTile): string => `${zoom}/${x}/${y}`;

/** A square that cannot be had stays empty, and is asked for again with the next move. */
const fetchOnce = async (squares: Map<string, RoadTileAnswer>, tile: RoadTile, loadRoads: LoadRoads) => {
  const key = keyOf(tile);
  if (squares.has(key)) return;
  const answer = await loadRoads(tile).catch(() => undefined);
  if (!answer) return;
  squares.set(key, answer);
  const [oldest] = squares.keys();
  if (squares.size > mostKept && oldest !== undefined) squares.delete(oldest);
};

const show = (
  map: MapLibre,
  palette: Palette,
  squares: ReadonlyMap<string, RoadTileAnswer>,
  tiles: readonly RoadTile[],
): void => {
  const shown = tiles.flatMap((tile) => squares.get(keyOf(tile)) ?? []);
  const features: Feature[] = shown.flatMap((square) => square.features);
  const data = { type: 'FeatureCollection' as const, features };
  const present = map.getSource<GeoJSONSource>(source);
  if (present) present.setData(data);
  else if (features.length > 0) {
    const attributions = [...new Set(shown.flatMap((square) => square.attributions))];
    map.addSource(source, { type: 'geojson', data, attribution: attributions.join(', ') });
    // Above ground and land, below everything that means something.
    for (const layer of roadLayers(palette)) map.addLayer(layer, 'graticule-fine');
  }
};

const widths = { minor: 0.6, middle: 1.2, major: 2 } as const;

/** Greater roads are wider, and all of them quieter than any border. */
const roadLayers = (palette: Palette): LayerSpecification[] =>
  (['minor', 'middle', 'major'] as const).map((weight) => ({
    id: `road-${weight}`,
    type: 'line',
    source,
    filter: ['==', ['get', 'weight'], weight],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': weight === 'major' ? palette.lineStrong : palette.line,
      'line-width': [
        'interpolate',
        ['exponential', 1.6],
        ['zoom'],
        8,
        widths[weight] / 2,
        13,
        widths[weight],
        18,
        6 * widths[weight],
      ],
    },
  }));
