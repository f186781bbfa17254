import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import type { Palette } from './palette.ts';
import type { SourceFeed } from './source-feed.ts';

/** One source with its layers; a higher order lies above. */
export interface LayerSet {
  readonly id: string;
  readonly order: number;
  readonly source: GeoJSONSourceSpecification;
  readonly feed: SourceFeed;
  readonly layerIds: readonly string[];
  layers(palette: Palette): readonly LayerSpecification[];
}

/** What lies above what. */
export const layerOrder = { territories: 0, routes: 1, points: 2, technicians: 3, stops: 4, urgent: 5 } as const;

export const emptySource = (more: Partial<GeoJSONSourceSpecification> = {}): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  promoteId: 'id',
  ...more,
});
