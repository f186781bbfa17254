import type { DataDrivenPropertyValueSpecification, LayerSpecification } from 'maplibre-gl';
import { markName } from './mark.ts';
import type { Palette } from './palette.ts';

/** What an area means: the one at hand, covered, doubtful, wrong, or to come. */
export type AreaTone = 'accent' | 'fine' | 'risk' | 'late' | 'waiting';

/** Fill, hatching where something is not as it should be, and border: never by colour alone. */
export const areaLayers = (source: string, palette: Palette): LayerSpecification[] => [
  {
    id: `${source}-fill`,
    type: 'fill',
    source,
    paint: {
      'fill-color': toneColour(palette),
      'fill-opacity': ['match', ['get', 'tone'], 'late', 0.1, 'fine', 0.16, 0.12],
    },
  },
  {
    id: `${source}-hatch`,
    type: 'fill',
    source,
    filter: ['in', ['get', 'tone'], ['literal', ['late', 'risk']]],
    paint: { 'fill-pattern': ['match', ['get', 'tone'], 'late', hatchName('late'), hatchName('risk')] },
  },
  {
    id: `${source}-line`,
    type: 'line',
    source,
    paint: {
      'line-color': toneColour(palette),
      'line-width': ['match', ['get', 'tone'], 'accent', 2.2, 1.4],
    },
  },
];

const hatchName = (tone: 'late' | 'risk'): string => markName({ shape: 'hatch', tone, text: '', selected: false });

const toneColour = (palette: Palette): DataDrivenPropertyValueSpecification<string> => [
  'match',
  ['get', 'tone'],
  'accent',
  palette.accent,
  'fine',
  palette.fine,
  'risk',
  palette.risk,
  'late',
  palette.late,
  palette.waiting,
];
