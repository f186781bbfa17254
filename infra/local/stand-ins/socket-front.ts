import type { APIGatewayProxyResultV2, APIGatewayProxyWebsocketEventV2 } from 'aws-lambda';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { LocalService } from '../front/exchange.ts';

/** $connect carries headers and query beside what other socket events have. */
export type SocketEvent = APIGatewayProxyWebsocketEventV2 & {
  headers?: Record<string, string>;
  queryStringParameters?: Record<string, string>;
};
export type SocketHandler = (event: SocketEvent) => Promise<APIGatewayProxyResultV2>;

/** API Gateway's WebSocket API on one machine: sockets in front, the management API for functions behind. */
export interface SocketFront {
  /** Takes the upgrades of this server at /live. */
  attach(server: Server, handler: SocketHandler): void;
  /** POST, GET and DELETE of /@connections/{id}, as the ApiGatewayManagementApi client asks. */
  readonly managementService: LocalService;
  close(): void;
}

/** API Gateway's limit of a frame is 128 KB. */
const largestMessageBytes = 128 * 1024;

export function createSocketFront(): SocketFront {
  const sockets = new Map<string, WebSocket>();
  const server = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes });
  return {
    attach: (http, handler) => {
      http.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
        stream.on('error', () => stream.destroy());
        connect(server, sockets, handler, request, stream, head).catch((fault: unknown) => {
          console.error('A live socket could not be opened:', fault);
          refuse(stream, 500);
        });
      });
    },
    managementService: manage(sockets),
    close: () => {
      for (const socket of sockets.values()) socket.terminate();
      server.close();
    },
  };
}

async function connect(
  server: WebSocketServer,
  sockets: Map<string, WebSocket>,
  handler: SocketHandler,
  request: IncomingMessage,
  stream: Duplex,
  head: Buffer,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname !== '/live') return refuse(stream, 404);
  const connectionId = randomBytes(9).toString('base64url');
  const opening: SocketEvent = {
    ...socketEvent(connectionId, '$connect', 'CONNECT'),
    headers: headersOf(request),
    queryStringParameters: Object.fromEntries(url.searchParams),
  };
  const status = statusOf(await handler(opening));
  if (status >= 300) return refuse(stream, status);
  server.handleUpgrade(request, stream, head, (socket) => {
    sockets.set(connectionId, socket);
    const tell = (event: SocketEvent) => {
      handler(event).then(
        (result) => reply(socket, result),
        (fault: unknown) => console.error('A socket event failed:', fault),
      );
    };
    socket.on('message', (data: RawData) => {
      tell({ ...socketEvent(connectionId, '$default', 'MESSAGE'), body: textOf(data) });
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      sockets.delete(connectionId);
      tell(socketEvent(connectionId, '$disconnect', 'DISCONNECT'));
    });
  });
}

/** What a route answers goes back to the socket, as with a route response of the gateway. */
function reply(socket: WebSocket, result: APIGatewayProxyResultV2): void {
  const body = typeof result === 'object' && result !== null && 'body' in result ? result.body : undefined;
  if (body !== undefined && socket.readyState === socket.OPEN) socket.send(body);
}

function manage(sockets: ReadonlyMap<string, WebSocket>): LocalService {
  return async ({ method, url, body }) => {
    const id = /\/@connections\/([^/]+)$/.exec(decodeURIComponent(url.pathname))?.[1];
    if (id === undefined) return undefined;
    const socket = sockets.get(id);
    const gone = { 'x-amzn-errortype': 'GoneException', 'content-type': 'application/json' };
    if (!socket || socket.readyState !== socket.OPEN) return { status: 410, headers: gone, body: '{"message":"Gone"}' };
    if (method === 'POST') {
      await new Promise<void>((resolve) => socket.send(body.toString('utf8'), () => resolve()));
      return { status: 200 };
    }
    if (method === 'DELETE') {
      socket.close();
      return { status: 204 };
    }
    const connectedAt = new Date().toISOString();
    return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ connectedAt }) };
  };
}

function socketEvent(
  connectionId: string,
  routeKey: string,
  eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT',
): SocketEvent {
  const requestId = randomBytes(9).toString('base64url');
  return {
    requestContext: {
      routeKey,
      eventType,
      connectionId,
      requestId,
      extendedRequestId: requestId,
      messageId: requestId,
      messageDirection: 'IN',
      stage: 'live',
      apiId: 'local',
      domainName: 'local',
      connectedAt: Date.now(),
      requestTime: new Date().toISOString(),
      requestTimeEpoch: Date.now(),
    },
    isBase64Encoded: false,
  };
}

function refuse(stream: Duplex, status: number): void {
  stream.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

const statusOf = (result: APIGatewayProxyResultV2): number =>
  typeof result === 'object' && result !== null && 'statusCode' in result ? (result.statusCode ?? 200) : 200;

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]));

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return data instanceof ArrayBuffer ? Buffer.from(data).toString('utf8') : data.toString('utf8');
}
