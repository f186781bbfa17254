import type { Position } from '../../../shared/model/place.ts';

/** The nodes that some ways go over, by index in the order of their ids; a plain Map of a country's nodes would not fit. */
export class NodeTable {
  readonly longitudes: Float64Array;
  readonly latitudes: Float64Array;
  readonly flags: Uint8Array;
  readonly #ids: Float64Array;
  readonly #known: Uint8Array;

  constructor(lists: readonly (readonly number[])[]) {
    const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const list of lists) for (const id of list) all[at++] = id;
    all.sort();
    this.#ids = all.filter((id, i) => i === 0 || id !== all[i - 1]);
    this.#known = new Uint8Array(this.#ids.length);
    this.longitudes = new Float64Array(this.#ids.length);
    this.latitudes = new Float64Array(this.#ids.length);
    this.flags = new Uint8Array(this.#ids.length);
  }

  /** -1 where no way goes over it. */
  indexOf(id: number): number {
    let [low, high] = [0, this.#ids.length - 1];
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#ids[middle] ?? 0;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** Nodes that no way needs are left out. */
  set(id: number, longitude: number, latitude: number, flags: number): void {
    const index = this.indexOf(id);
    if (index < 0) return;
    this.longitudes[index] = longitude;
    this.latitudes[index] = latitude;
    this.flags[index] = flags;
    this.#known[index] = 1;
  }

  isKnown(index: number): boolean {
    return this.#known[index] === 1;
  }

  missing(): number {
    return this.#known.reduce((missing, known) => missing + (known === 1 ? 0 : 1), 0);
  }

  positionOf(index: number): Position {
    return [this.longitudes[index] ?? 0, this.latitudes[index] ?? 0];
  }
}
