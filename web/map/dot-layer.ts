import type { CircleLayerSpecification, ExpressionSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';

/** From here on marks are worth reading; further out a crowd of them is drawn as dots. */
export const readableZoom = 13;

/** More than this in one layer is a crowd: placing so many marks takes longer than a frame (`npm run bench -- map`). */
export const crowd = 1500;

/** A crowd lies in so many sources, which are told of changes one after the other: no frame has all of the work. */
export const crowdSources = 8;

/** A dot for each, filled while at work, hollow while not, in the colours of their states. */
export const dotLayer = (source: string, palette: Palette): CircleLayerSpecification => ({
  id: `${source}-dots`,
  type: 'circle',
  source,
  maxzoom: readableZoom,
  paint: {
    'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 2.5, readableZoom, 6],
    'circle-color': ['match', ['get', 'tone'], ['waiting', 'stale'], palette.surface1, toneColour(palette)],
    'circle-stroke-color': toneColour(palette),
    'circle-stroke-width': 1.2,
  },
});

const toneColour = (palette: Palette): ExpressionSpecification => [
  'match',
  ['get', 'tone'],
  'fine',
  palette.fine,
  'risk',
  palette.risk,
  'late',
  palette.late,
  ['moving', 'here'],
  palette.accent,
  palette.waiting,
];
