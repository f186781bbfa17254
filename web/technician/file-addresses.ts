import type { Api } from '../api/api.ts';
import { fileKey } from '../sync/local-store.ts';
import type { PhoneSync } from '../sync/phone-sync.ts';
import { getPhoto } from './routes.ts';

/** Where a picture can be shown from: the phone's own memory, else the server while it can be reached. */
export class FileAddresses {
  readonly #sync: PhoneSync;
  readonly #api: Pick<Api, 'call'>;
  readonly #own = new Map<string, Promise<string | undefined>>();

  constructor(sync: PhoneSync, api: Pick<Api, 'call'>) {
    this.#sync = sync;
    this.#api = api;
  }

  ofPhoto(appointmentId: string, photoId: string, contentHash: string): Promise<string | undefined> {
    return this.own(appointmentId, contentHash).then(
      (own) =>
        own ??
        this.#api.call(getPhoto, { params: { appointmentId, photoId } }).then(
          ({ url }) => url,
          () => undefined,
        ),
    );
  }

  /** Undefined where the phone does not have it. */
  own(appointmentId: string, contentHash: string): Promise<string | undefined> {
    const key = fileKey(appointmentId, contentHash);
    const known = this.#own.get(key) ?? this.#read(key);
    this.#own.set(key, known);
    return known;
  }

  async #read(key: string): Promise<string | undefined> {
    const bytes = await this.#sync.bytesOf(key);
    if (bytes) return URL.createObjectURL(new Blob([bytes]));
    this.#own.delete(key);
    return undefined;
  }
}
