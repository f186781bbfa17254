/** Remembers what was read for a minute: facts of weeks need not be read with every batch of seconds. */
export class KnownFacts<Value> {
  readonly #known = new Map<string, { readonly value: Value; readonly until: number }>();

  async get(key: string, nowMs: number, read: () => Promise<Value>): Promise<Value> {
    const known = this.#known.get(key);
    if (known && nowMs < known.until) return known.value;
    const value = await read();
    if (this.#known.size >= mostKnown) this.#known.clear();
    this.#known.set(key, { value, until: nowMs + keptMs });
    return value;
  }
}

const keptMs = 60_000;
const mostKnown = 20_000;
