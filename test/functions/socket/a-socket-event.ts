import type { SocketEvent } from '../../../functions/socket/handler.ts';

interface SocketEventChanges {
  readonly connectionId?: string;
  readonly origin?: string | undefined;
  readonly ticket?: string | undefined;
  readonly body?: string;
}

/** An event as API Gateway's WebSocket API makes it; only $connect has headers and a query. */
export const aSocketEvent = (
  eventType: 'CONNECT' | 'MESSAGE' | 'DISCONNECT',
  { connectionId = 'connection-1', origin, ticket, body }: SocketEventChanges,
): SocketEvent => ({
  ...(eventType === 'CONNECT' && {
    headers: { Host: 'live.example', ...(origin !== undefined && { Origin: origin }) },
    ...(ticket !== undefined && { queryStringParameters: { ticket } }),
  }),
  ...(body !== undefined && { body }),
  isBase64Encoded: false,
  requestContext: {
    routeKey: { CONNECT: '$connect', MESSAGE: '$default', DISCONNECT: '$disconnect' }[eventType],
    messageId: 'message-1',
    eventType,
    extendedRequestId: 'request-1',
    requestTime: '12/May/2026:14:00:00 +0000',
    messageDirection: 'IN',
    stage: 'live',
    connectedAt: 1_778_594_400_000,
    requestTimeEpoch: 1_778_594_400_000,
    requestId: 'request-1',
    domainName: 'live.example',
    connectionId,
    apiId: 'api',
  },
});
