import type { TravelSource } from '../../shared/geo/travel-source.ts';
import type { Clock } from '../platform/clock.ts';
import type { Geocoder } from '../platform/geocoder.ts';
import type { IdentityVerifier } from '../platform/identity.ts';
import type { NewId } from '../platform/ids.ts';
import type { PhotoStore } from '../platform/photo-store.ts';
import type { RandomBytes } from '../platform/secret-token.ts';
import type { Table } from '../store/table-client.ts';

/** Everything the HTTP entry reaches for; AWS and one machine fill it differently. */
export interface HttpDeps {
  readonly table: Table;
  readonly verifier: IdentityVerifier;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Between 0 and 1, for jitter and seeds; secrets come from `randomBytes`. */
  readonly random: () => number;
  readonly randomBytes: RandomBytes;
  readonly photoStore: PhotoStore;
  readonly travel: TravelSource;
  /** A service for addresses that are in no list of ours; absent where none is set. */
  readonly geocoder?: Geocoder;
  /** Where the pages are served from; customers' links begin with it. */
  readonly webOrigin: string;
  /** Where consoles open the live socket, e.g. wss://… */
  readonly liveUrl: string;
  readonly log: FaultLog;
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/** Where faults of ours are told; Powertools' Logger is one. */
export interface FaultLog {
  error(message: string, fault: Error): void;
}
