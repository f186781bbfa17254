import type { ApiDeps } from '../api/api-deps.ts';
import type { PhotoStore } from '../platform/photo-store.ts';
import type { RandomBytes } from '../platform/secret-token.ts';

/** What this entry reaches for beside what all of the API do. */
export interface HttpDeps extends ApiDeps {
  readonly randomBytes: RandomBytes;
  readonly photoStore: PhotoStore;
  /** Where the pages are served from; customers' links begin with it. */
  readonly webOrigin: string;
  /** Where consoles open the live socket, e.g. wss://… */
  readonly liveUrl: string;
}
