import type { APIGatewayProxyStructuredResultV2, APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { secondsAfter, type Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import { readSecretToken } from '../platform/secret-token.ts';
import { liveSocketEntity } from '../store/entities/live-socket.ts';
import type { Table } from '../store/table-client.ts';
import { takeTicket } from '../store/take-ticket.ts';
import { beginWork } from '../store/unit-of-work.ts';

export interface SocketDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly random: () => number;
  /** Sockets must come from pages of this origin. */
  readonly webOrigin: string;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}
/** A WebSocket API event; only $connect carries headers and the query with the `ticket`. */
export interface SocketEvent extends APIGatewayProxyWebsocketEventV2 {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>>;
}
type SocketAnswer = APIGatewayProxyStructuredResultV2;
/** Lets consoles in by their one-time ticket; answers `{"action":"ping"}` with the body `{"type":"pong"}`, which the gateway sends back. */
export type SocketHandler = (event: SocketEvent) => Promise<SocketAnswer>;

export const createSocketHandler = (deps: SocketDeps): SocketHandler => {
  return async (event) => {
    switch (event.requestContext.eventType) {
      case 'CONNECT':
        return connect(deps, event);
      case 'MESSAGE':
        return answer(event.body);
      case 'DISCONNECT':
        // Nothing here says whose socket it was; the next frame finds it gone and forgets it, its time to live at the latest.
        return { statusCode: 200 };
    }
  };
};

/** The gateway closes sockets after two hours. */
const socketSeconds = 2 * 3600;

const connect = async (deps: SocketDeps, event: SocketEvent): Promise<SocketAnswer> => {
  const refuse = (statusCode: number, why: string): SocketAnswer => {
    deps.log.warn('A live socket was refused', { why, connectionId: event.requestContext.connectionId });
    return { statusCode };
  };
  if (header(event, 'origin') !== deps.webOrigin) return refuse(403, 'foreign-origin');
  const token = readSecretToken(event.queryStringParameters?.['ticket'] ?? '');
  if (!token) return refuse(401, 'no-ticket');
  const ticket = await takeTicket(deps.table, token.tenantId, token.hash, deps.random);
  const now = deps.clock().toISOString();
  // The table forgets what is expired only some time later.
  if (!ticket || Date.parse(ticket.expiresAt) <= Date.parse(now)) return refuse(401, 'ticket-used-or-expired');
  const work = beginWork({ ...deps, tenantId: token.tenantId, now, newId: noIds });
  for (const territoryId of new Set(ticket.territoryIds)) {
    work.put(liveSocketEntity, {
      connectionId: event.requestContext.connectionId,
      territoryId,
      accountId: ticket.accountId,
      accountName: ticket.accountName,
      expiresAt: secondsAfter(now, socketSeconds),
    });
  }
  await work.commit();
  return { statusCode: 200 };
};

const header = ({ headers = {} }: SocketEvent, name: string): string | undefined =>
  Object.entries(headers).find(([given]) => given.toLowerCase() === name)?.[1];

const noIds = (): never => {
  throw new Error('a socket makes no ids');
};

/** A console's heartbeat keeps the gateway from closing a quiet socket and shows the console that it is heard. */
const answer = (body: string | undefined): SocketAnswer =>
  isPing(body) ? { statusCode: 200, body: JSON.stringify({ type: 'pong' }) } : { statusCode: 400 };

const isPing = (body: string | undefined): boolean => {
  try {
    const message: unknown = JSON.parse(body ?? '');
    return typeof message === 'object' && message !== null && 'action' in message && message.action === 'ping';
  } catch {
    return false;
  }
};
