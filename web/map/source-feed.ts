import type { Feature } from 'geojson';
import { GeoJSONSource, type Source } from 'maplibre-gl';

/** Above this share of changed features a whole setData is cheaper than a difference (measured, see the field notes). */
const differenceUpTo = 0.2;

/** Holds one source's features and tells the map only what changed. */
export class SourceFeed {
  onChange: (() => void) | undefined;
  #wanted: ReadonlyMap<string, Feature> = new Map();
  #shown: ReadonlyMap<string, Feature> = new Map();

  get isBehind(): boolean {
    return this.#wanted !== this.#shown;
  }

  /** Takes the features as they are now; `properties.id` names each. Unchanged ones should be the same objects. */
  set(features: readonly Feature[]): void {
    this.#wanted = new Map(features.map((feature) => [String(feature.properties?.['id']), feature]));
    this.onChange?.();
  }

  /** After the source was made anew. */
  showAll(source: Source | undefined): void {
    if (!(source instanceof GeoJSONSource)) return;
    source.setData({ type: 'FeatureCollection', features: [...this.#wanted.values()] });
    this.#shown = this.#wanted;
  }

  flush(source: Source | undefined): void {
    if (!(source instanceof GeoJSONSource) || this.#wanted === this.#shown) return;
    const add = [...this.#wanted].filter(([id, feature]) => this.#shown.get(id) !== feature).map(([, f]) => f);
    const remove = [...this.#shown.keys()].filter((id) => !this.#wanted.has(id));
    const changed = add.length + remove.length;
    if (changed > this.#wanted.size * differenceUpTo) {
      this.showAll(source);
      return;
    }
    if (changed > 0) source.updateData({ add, remove });
    this.#shown = this.#wanted;
  }
}
