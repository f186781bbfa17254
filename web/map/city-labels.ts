import type { SymbolLayerSpecification } from 'maplibre-gl';
import type { CityColours } from './city-colours.ts';

/** Names of streets, waters and places, in the reader's script where the tiles have it. */
export const cityLabels = (colours: CityColours): SymbolLayerSpecification[] => [
  {
    ...label('street-names', 'transportation_name', colours.label, colours),
    minzoom: 14,
    layout: { ...text('Regular', 11), 'symbol-placement': 'line', 'text-rotation-alignment': 'map' },
  },
  {
    ...label('water-names', 'water_name', colours.waterLabel, colours),
    layout: { ...text('Italic', 11), 'text-max-width': 6 },
  },
  {
    ...label('suburbs', 'place', colours.label, colours),
    minzoom: 11,
    maxzoom: 16,
    filter: ['in', ['get', 'class'], ['literal', ['suburb', 'neighbourhood', 'quarter', 'village', 'hamlet']]],
    layout: { ...text('Regular', 11), 'text-letter-spacing': 0.06, 'text-max-width': 7 },
  },
  {
    ...label('towns', 'place', colours.label, colours),
    maxzoom: 15,
    filter: ['in', ['get', 'class'], ['literal', ['city', 'town']]],
    layout: {
      ...text('Medium', 13),
      'symbol-sort-key': ['coalesce', ['get', 'rank'], 99],
      'text-size': ['match', ['get', 'class'], 'city', 15, 12],
    },
  },
];

const label = (id: string, layer: string, colour: string, { halo }: CityColours): SymbolLayerSpecification => ({
  id,
  type: 'symbol',
  source: 'city',
  'source-layer': layer,
  paint: { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 1.4 },
});

const text = (
  weight: 'Regular' | 'Medium' | 'Italic',
  size: number,
): NonNullable<SymbolLayerSpecification['layout']> => ({
  'text-field': ['coalesce', ['get', 'name'], ['get', 'name:latin'], ['get', 'name_en']],
  'text-font': [`Noto Sans ${weight}`],
  'text-size': size,
  'text-padding': 6,
});
