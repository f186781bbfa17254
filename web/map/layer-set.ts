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
  /** One of several that share a crowd: only one of them a frame is told what changed. */
  readonly inTurn?: boolean;
  layers(palette: Palette): readonly LayerSpecification[];
}

/** What lies above what. */
export const layerOrder = {
  heat: 0,
  territories: 1,
  routes: 2,
  places: 3,
  points: 4,
  technicians: 5,
  stops: 6,
  urgent: 7,
} as const;

export const emptySource = (more: Partial<GeoJSONSourceSpecification> = {}): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
  promoteId: 'id',
  ...more,
});
