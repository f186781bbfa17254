import type { Geocoder } from '../../functions/platform/geocoder.ts';
import type { TravelSource } from '../../shared/geo/travel-source.ts';
import type { LocalService } from './front/exchange.ts';
import type { AddedClaims } from './identity/issuer.ts';
import type { LocalIdentity } from './identity/local-identity.ts';
import type { LocalData, TableWish } from './open-data.ts';
import type { QueuePumpOptions } from './pumps/queue-pump.ts';
import type { StreamPumpOptions } from './pumps/stream-pump.ts';
import type { SocketHandler } from './stand-ins/socket-front.ts';
import type { StandIns } from './stand-ins/stand-ins.ts';

/** What answers behind the local front: the handlers in this process, or the cloud application's own bundles. */
export interface Program {
  readonly table: TableWish;
  /** The clock of the machine that it runs on: tokens and signed addresses end by it. */
  machineTime(now: () => Date): () => number;
  open(ground: Ground): Promise<RunningProgram>;
}

/** What a program finds on this machine. */
export interface Ground extends LocalData {
  readonly standIns: StandIns;
  readonly identity: LocalIdentity;
  readonly now: () => Date;
  /** Where the front serves, without a slash at the end. */
  readonly origin: string;
  /** Travel by this machine's settings; the cloud application's bundles make their own. */
  readonly travel: TravelSource;
  readonly geocoder: Geocoder | undefined;
  readonly say: (line: string) => void;
}

/** How the front, the pumps and the simulator reach the functions. */
export interface RunningProgram {
  /** The HTTP API: answers what is routed to a function and leaves the rest to others. */
  readonly api: LocalService;
  readonly socket: SocketHandler;
  /** Served on the pages' origin beside the API. */
  readonly services: readonly LocalService[];
  readonly streams: readonly StreamPumpOptions[];
  readonly queues: readonly QueuePumpOptions[];
  /** The folders of the built pages. */
  readonly pages: readonly string[];
  /** What its user pool adds to access tokens. */
  readonly addedClaims: AddedClaims;
  close(): Promise<void>;
}
