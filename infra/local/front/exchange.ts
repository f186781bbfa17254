/** A request as the local server hands it round, its body read. */
export interface LocalRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case; several values joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface LocalAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

/** Answers what is its own and leaves the rest to the next. */
export type LocalService = (request: LocalRequest) => Promise<LocalAnswer | undefined> | LocalAnswer | undefined;

export const jsonAnswer = (value: unknown, status = 200): LocalAnswer => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

export const redirectTo = (location: string, status = 303): LocalAnswer => ({
  status,
  headers: { location, 'cache-control': 'no-store' },
});

export const textAnswer = (status: number, text: string): LocalAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: `${text}\n`,
});
