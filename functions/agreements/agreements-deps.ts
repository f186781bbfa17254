import type { ApiDeps } from '../api/api-deps.ts';
import type { PhotoStore } from '../platform/photo-store.ts';
import type { Seal } from '../platform/seal.ts';
import type { RandomBytes } from '../platform/secret-token.ts';

/** What this entry reaches for beside what all of the API do. */
export interface AgreementsDeps extends ApiDeps {
  /** Where proofs of warranties lie. */
  readonly photoStore: PhotoStore;
  readonly randomBytes: RandomBytes;
  /** Signs decisions on coverage. */
  readonly seal: Seal;
  /** Where the pages are served from; a quote's link begins with it. */
  readonly webOrigin: string;
}
