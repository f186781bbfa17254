import type { ReadFeature, ReadFile } from '../../../shared/geo/territory/territory-geojson.ts';
import type { Territory } from '../../../shared/model/territory.ts';

type Same = { readonly same: Territory | undefined };
/** A feature of the file, with the territory whose area it would be. */
export type ImportItem = { readonly index: number } & (
  (Extract<ReadFeature, { ok: true }> & Same) | Extract<ReadFeature, { ok: false }>
);

/** What a file would change: a feature with a territory's id, else with its name, is that territory's new area. */
export const importItems = (file: ReadFile, territories: readonly Territory[]): ImportItem[] => {
  if (!file.ok) return [];
  return file.features.map((feature, index) =>
    feature.ok ? { ...feature, index, same: sameAs(feature, territories) } : { ...feature, index },
  );
};

const sameAs = (
  feature: Extract<ReadFeature, { ok: true }>,
  territories: readonly Territory[],
): Territory | undefined =>
  territories.find(({ id }) => id === feature.id) ??
  territories.find(({ name }) => name.toLowerCase() === feature.name.toLowerCase());
