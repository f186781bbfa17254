import { Map as MapLibre, setWorkerUrl, type LngLatBoundsLike, type StyleSpecification } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Position } from '../../shared/model/place.ts';
import type { MapStyle } from '../../shared/protocol/web-config.ts';
import { baseMapStyle } from './base-map.ts';
import type { LoadRoads } from './draw-roads.ts';
import { drawnStyle } from './drawn-style.ts';
import { paintMark } from './paint-mark.ts';
import type { Bounds } from './bounds.ts';
import { readPalette, type Palette } from './palette.ts';
import type { LayerSet } from './layer-set.ts';

export interface MapViewOptions {
  readonly container: HTMLElement;
  readonly bounds: Bounds;
  readonly dark: boolean;
  /** An online map or tiles of one's own; without, and until it is there, the drawn base is shown. */
  readonly styles?: MapStyle | undefined;
  readonly loadStyle: (url: string) => Promise<unknown>;
  /** The company's own roads, for the drawn base. */
  readonly loadRoads?: LoadRoads | undefined;
}

setWorkerUrl(workerUrl);

/** One map for the life of a page. Layers are given once and survive every change of style. */
export class MapView {
  readonly map: MapLibre;
  readonly #options: MapViewOptions;
  #layerSets: LayerSet[] = [];
  #palette: Palette;
  #frame = 0;
  #lastInTurn = '';
  #styleReady = false;
  #styleRun = 0;
  /** What is still being fetched for the base map. */
  #underWay = 0;
  #stopDrawing: (() => void) | undefined;

  constructor(options: MapViewOptions) {
    this.#options = options;
    this.#palette = readPalette(options.container);
    this.map = new MapLibre({
      container: options.container,
      style: drawnStyle(this.#palette, options.bounds),
      bounds: asBounds(options.bounds),
      fitBoundsOptions: { padding: 24 },
      attributionControl: false,
      pitchWithRotate: false,
      dragRotate: false,
      maxZoom: 19,
      fadeDuration: this.#moveMilliseconds(),
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.setMissingStyleImageResolver((name) => this.#paint(name));
    this.map.on('style.load', () => {
      this.#styleReady = true;
      for (const layerSet of this.#layerSets) this.#addOne(layerSet);
    });
    void this.#useBaseMap(options.dark);
  }

  /** Whether all that is to be seen is drawn: a map is idle also between two styles, and before its roads came. */
  get isSettled(): boolean {
    return this.#styleReady && this.#underWay === 0 && this.map.loaded();
  }

  /** Adds layers above those of lower order and below those of higher; answers how to take them away. */
  add(layerSet: LayerSet): () => void {
    this.#layerSets = [...this.#layerSets, layerSet].sort((a, b) => a.order - b.order);
    layerSet.feed.onChange = () => this.#flushSoon();
    if (this.#styleReady) this.#addOne(layerSet);
    return () => this.#take(layerSet);
  }

  /** Repaints in the page's present colours. */
  setDark(dark: boolean): void {
    this.#palette = readPalette(this.#options.container);
    this.#use(drawnStyle(this.#palette, this.#options.bounds));
    void this.#useBaseMap(dark);
  }

  fit(bounds: Bounds, padding = 48): void {
    this.map.fitBounds(asBounds(bounds), { padding, maxZoom: 15, duration: this.#moveMilliseconds() });
  }

  /** Brings a place into sight; keeps the zoom where it is close enough already. */
  show([longitude, latitude]: Position): void {
    const zoom = Math.max(this.map.getZoom(), 13);
    this.map.easeTo({ center: [longitude, latitude], zoom, duration: this.#moveMilliseconds() });
  }

  remove(): void {
    cancelAnimationFrame(this.#frame);
    this.#stopDrawing?.();
    this.#styleRun += 1;
    this.#styleReady = false;
    this.map.remove();
  }

  #moveMilliseconds(): number {
    return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150;
  }

  async #useBaseMap(dark: boolean): Promise<void> {
    const run = (this.#styleRun += 1);
    this.#stopDrawing?.();
    const { styles, loadStyle } = this.#options;
    const style = await this.#during(baseMapStyle({ styles, dark, loadStyle }));
    if (run !== this.#styleRun) return;
    if (style) this.#use(style);
    else await this.#during(this.#drawOwn(run));
  }

  /** Whoever waits for the map is told by another frame when this has ended. */
  async #during<T>(work: Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await work;
    } finally {
      this.#underWay -= 1;
      if (this.#styleReady) this.map.triggerRepaint();
    }
  }

  /** Land and sea from afar, and the company's own roads close by. */
  async #drawOwn(run: number): Promise<void> {
    const [{ drawCoast }, { drawRoads }] = await Promise.all([import('./draw-coast.ts'), import('./draw-roads.ts')]);
    if (run !== this.#styleRun) return;
    const { loadRoads } = this.#options;
    const stops = [
      drawCoast(this.map, this.#palette),
      ...(loadRoads ? [drawRoads(this.map, this.#palette, (tile) => this.#during(loadRoads(tile)))] : []),
    ];
    this.#stopDrawing = () => {
      for (const stop of stops) stop();
    };
  }

  #paint(name: string): void {
    const image = paintMark(name, this.#palette);
    if (image && !this.map.hasImage(name)) this.map.addImage(name, image, { pixelRatio: 2 });
  }

  #use(style: StyleSpecification): void {
    this.#styleReady = false;
    this.map.setStyle(style, { diff: false });
  }

  #addOne(layerSet: LayerSet): void {
    if (this.map.getSource(layerSet.id)) return;
    this.map.addSource(layerSet.id, layerSet.source);
    const above = this.#layerSets.filter((other) => other.order > layerSet.order).flatMap(layerIds);
    const before = above.find((id) => this.map.getLayer(id));
    for (const layer of layerSet.layers(this.#palette)) this.map.addLayer(layer, before);
    layerSet.feed.showAll(this.map.getSource(layerSet.id));
  }

  #take(layerSet: LayerSet): void {
    this.#layerSets = this.#layerSets.filter((other) => other !== layerSet);
    layerSet.feed.onChange = undefined;
    if (!this.#styleReady) return;
    for (const id of layerIds(layerSet)) if (this.map.getLayer(id)) this.map.removeLayer(id);
    if (this.map.getSource(layerSet.id)) this.map.removeSource(layerSet.id);
  }

  /** However much changes, the sources are told once a frame. */
  #flushSoon(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#styleReady) return;
      const behind = this.#layerSets.filter(({ feed }) => feed.isBehind);
      const inTurn = behind.filter((one) => one.inTurn);
      // The one after the last that had its turn, so that none waits for ever where frames are slow.
      const next = inTurn.find(({ id }) => id > this.#lastInTurn) ?? inTurn[0];
      this.#lastInTurn = next?.id ?? '';
      for (const one of behind) if (!one.inTurn || one === next) one.feed.flush(this.map.getSource(one.id));
      if (inTurn.length > 1) this.#flushSoon();
    });
  }
}

const asBounds = ([west, south, east, north]: Bounds): LngLatBoundsLike => [west, south, east, north];
const layerIds = (layerSet: LayerSet): readonly string[] => layerSet.layerIds;
