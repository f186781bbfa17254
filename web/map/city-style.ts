import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { cityColours, type CityColours } from './city-colours.ts';
import { cityLabels } from './city-labels.ts';

export interface CityStyleWish {
  readonly source: string;
  /** Without glyphs the browser's own letters are drawn. */
  readonly glyphs: string | undefined;
  readonly dark: boolean;
}

/** A quiet map for one's own vector tiles in the schema of OpenMapTiles: what lies on it shall be seen, not it. */
export const cityStyle = ({ source, glyphs, dark }: CityStyleWish): StyleSpecification => {
  const colours = cityColours(dark);
  return {
    version: 8,
    ...(glyphs === undefined
      ? {}
      : { glyphs: new URL(glyphs, location.href).href.replaceAll('%7B', '{').replaceAll('%7D', '}') }),
    sources: { city: { type: 'vector', url: source, attribution: openStreetMap } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': colours.ground } },
      ...ground(colours),
      ...ways(colours),
      ...cityLabels(colours),
    ],
  };
};

/** Said where the file says nothing itself. */
const openStreetMap = '<a href="https://www.openstreetmap.org/copyright">© OpenStreetMap contributors</a>';

const ground = (colours: CityColours): LayerSpecification[] => [
  area('landcover', colours.green, { filter: ['in', ['get', 'class'], ['literal', ['wood', 'grass', 'wetland']]] }),
  area('park', colours.green),
  area('landuse', colours.built, {
    filter: ['in', ['get', 'class'], ['literal', ['industrial', 'commercial', 'hospital', 'school', 'railway']]],
    minzoom: 11,
  }),
  area('water', colours.water, { filter: ['!=', ['get', 'brunnel'], 'tunnel'] }),
  {
    id: 'waterway',
    type: 'line',
    source: 'city',
    'source-layer': 'waterway',
    paint: { 'line-color': colours.water, 'line-width': grow(0.5, 3) },
  },
  area('aeroway', colours.built, { filter: ['==', ['geometry-type'], 'Polygon'] }),
  area('building', colours.building, { minzoom: 14 }),
];

interface AreaWish {
  readonly filter?: Extract<LayerSpecification, { type: 'fill' }>['filter'];
  readonly minzoom?: number;
}

const area = (name: string, colour: string, { filter, minzoom }: AreaWish = {}): LayerSpecification => ({
  id: name,
  type: 'fill',
  source: 'city',
  'source-layer': name,
  ...(filter === undefined ? {} : { filter }),
  ...(minzoom === undefined ? {} : { minzoom }),
  paint: { 'fill-color': colour, 'fill-antialias': name !== 'landcover' },
});

/** Classes of OpenMapTiles' transportation, each with the zoom that it appears at and its width near by, in pixels. */
const classes = [
  { id: 'path', of: ['path', 'track', 'pedestrian'], from: 14, widths: [0.5, 2], major: false },
  { id: 'minor', of: ['minor', 'service', 'busway'], from: 12, widths: [0.4, 7], major: false },
  { id: 'middle', of: ['tertiary', 'secondary'], from: 10, widths: [0.6, 10], major: false },
  { id: 'major', of: ['primary', 'trunk', 'motorway'], from: 5, widths: [0.8, 13], major: true },
] as const;

const ways = (colours: CityColours): LayerSpecification[] => [
  {
    id: 'rail',
    type: 'line',
    source: 'city',
    'source-layer': 'transportation',
    filter: ['in', ['get', 'class'], ['literal', ['rail', 'transit', 'ferry']]],
    minzoom: 11,
    paint: { 'line-color': colours.casing, 'line-width': 0.9, 'line-dasharray': [4, 3] },
  },
  ...classes.map((one) => road(`${one.id}-casing`, one, colours.casing, 1.5)),
  ...classes.map((one) => road(one.id, one, one.major ? colours.majorRoad : colours.road, 0)),
  {
    id: 'boundary',
    type: 'line',
    source: 'city',
    'source-layer': 'boundary',
    filter: ['all', ['<=', ['get', 'admin_level'], 6], ['!=', ['get', 'maritime'], 1]],
    paint: { 'line-color': colours.boundary, 'line-width': 0.9, 'line-dasharray': [3, 3] },
  },
];

const road = (id: string, one: (typeof classes)[number], colour: string, wider: number): LayerSpecification => ({
  id: `road-${id}`,
  type: 'line',
  source: 'city',
  'source-layer': 'transportation',
  filter: ['all', ['==', ['geometry-type'], 'LineString'], ['in', ['get', 'class'], ['literal', [...one.of]]]],
  minzoom: one.from,
  layout: { 'line-cap': 'round', 'line-join': 'round' },
  paint: { 'line-color': colour, 'line-width': grow(one.widths[0] + wider, one.widths[1] + wider) },
});

/** From the first width far out to the second near by. */
function grow(
  far: number,
  near: number,
): NonNullable<NonNullable<Extract<LayerSpecification, { type: 'line' }>['paint']>['line-width']> {
  return ['interpolate', ['exponential', 1.5], ['zoom'], 9, far, 18, near];
}
