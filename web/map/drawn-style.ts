import type { Feature } from 'geojson';
import type { StyleSpecification } from 'maplibre-gl';
import type { Bounds } from './bounds.ts';
import type { Palette } from './palette.ts';

/** The quiet base that needs no network: a ground and a graticule, coarse far out and fine close by. */
export const drawnStyle = (palette: Palette, bounds: Bounds): StyleSpecification => ({
  version: 8,
  sources: {
    'graticule-coarse': { type: 'geojson', data: collection(graticule(bounds, 0.1, 1)) },
    'graticule-fine': { type: 'geojson', data: collection(graticule(bounds, 0.01, 0.1)) },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': palette.surface0 } },
    {
      id: 'graticule-fine',
      type: 'line',
      source: 'graticule-fine',
      minzoom: 11,
      paint: { 'line-color': palette.line, 'line-width': 0.6, 'line-opacity': 0.7 },
    },
    {
      id: 'graticule-coarse',
      type: 'line',
      source: 'graticule-coarse',
      paint: { 'line-color': palette.line, 'line-width': 1.2 },
    },
  ],
});

const collection = (features: Feature[]) => ({ type: 'FeatureCollection' as const, features });

/** Meridians and parallels every `step` degrees around the bounds, with a margin in degrees. */
const graticule = ([west, south, east, north]: Bounds, step: number, margin: number): Feature[] => {
  const lines: Feature[] = [];
  const [w, s, e, n] = [west - margin, south - margin, east + margin, north + margin];
  for (let i = Math.ceil(w / step); i * step <= e; i += 1) lines.push(line([i * step, s], [i * step, n]));
  for (let i = Math.ceil(s / step); i * step <= n; i += 1) lines.push(line([w, i * step], [e, i * step]));
  return lines;
};

const line = (from: number[], to: number[]): Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'LineString', coordinates: [from, to] },
});
