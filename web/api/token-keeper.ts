export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken?: string;
  /** By the device's clock, from the lifetime the answer stated; milliseconds since the epoch. */
  readonly endsAtDevice: number;
}

const key = 'fieldline.tokens.1';

/** Where tokens lie between pages and restarts. */
export class TokenKeeper {
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  read(): Tokens | undefined {
    return JSON.parse(this.#storage.getItem(key) ?? 'null') ?? undefined;
  }

  keep(tokens: Tokens): void {
    this.#storage.setItem(key, JSON.stringify(tokens));
  }

  forget(): void {
    this.#storage.removeItem(key);
  }
}
