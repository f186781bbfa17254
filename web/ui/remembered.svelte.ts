/** Numbers that this device remembers, such as the sizes of panels; a version in the key drops those of another layout. */
export class Remembered<Name extends string> {
  readonly #key: string;
  #values: Readonly<Record<Name, number>>;

  constructor(key: string, defaults: Readonly<Record<Name, number>>) {
    this.#key = key;
    this.#values = $state.raw({ ...defaults, ...kept(key, defaults) });
  }

  get values(): Readonly<Record<Name, number>> {
    return this.#values;
  }

  set(name: Name, value: number): void {
    this.#values = { ...this.#values, [name]: value };
    localStorage.setItem(this.#key, JSON.stringify(this.#values));
  }
}

const kept = <Name extends string>(key: string, defaults: Readonly<Record<Name, number>>): object => {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).filter(([name, value]) => name in defaults && Number.isFinite(value)),
    );
  } catch {
    return {};
  }
};
