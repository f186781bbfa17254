import { type LocalServer, serveLocally } from '../front/local-server.ts';
import type { TableEngine } from '../table-engine/table-engine.ts';
import { openQueues, type Queues, queueService } from './durable-queue.ts';
import { guarded } from './guarded.ts';
import { type LocalCredentials, makeLocalCredentials } from './local-credentials.ts';
import { mailService, openOutbox, type Outbox, smsService } from './outbox.ts';
import { createSocketFront, type SocketFront } from './socket-front.ts';

/** What AWS provides beside the table, served on a loopback port that pages cannot use. */
export interface StandIns {
  readonly credentials: LocalCredentials;
  readonly outbox: Outbox;
  readonly queues: Queues;
  readonly sockets: SocketFront;
  readonly server: LocalServer;
}

export async function openStandIns(engine: TableEngine, now: () => Date): Promise<StandIns> {
  const credentials = makeLocalCredentials();
  const outbox = openOutbox(engine.corner('outbox'), now);
  const queues = openQueues(engine.corner);
  const sockets = createSocketFront();
  const services = [sockets.managementService, queueService(queues), mailService(outbox), smsService(outbox)];
  return { credentials, outbox, queues, sockets, server: await serveLocally(0, guarded(credentials, services)) };
}
