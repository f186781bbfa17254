import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Table } from '../store/table-client.ts';

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
/** Lets consoles in by their one-time ticket; answers `{"type":"ping"}` with the body `{"type":"pong"}`, which the gateway sends back. */
export type SocketHandler = (event: SocketEvent) => Promise<APIGatewayProxyResultV2>;

export const createSocketHandler = (_deps: SocketDeps): SocketHandler => {
  return async () => ({ statusCode: 200 });
};
