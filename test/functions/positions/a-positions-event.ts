import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/** POST /v1/positions as the HTTP API hands it over, payload format 2.0. */
export const aPositionsEvent = (token: string | undefined, body: unknown): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: 'POST /v1/positions',
  rawPath: '/v1/positions',
  rawQueryString: '',
  headers: {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  },
  requestContext: {
    accountId: '123456789012',
    apiId: 'api',
    domainName: 'api.example',
    domainPrefix: 'api',
    http: { method: 'POST', path: '/v1/positions', protocol: 'HTTP/1.1', sourceIp: '203.0.113.1', userAgent: 'phone' },
    requestId: 'request-1',
    routeKey: 'POST /v1/positions',
    stage: '$default',
    time: '12/May/2026:14:00:00 +0000',
    timeEpoch: 1_778_594_400_000,
  },
  body: typeof body === 'string' ? body : JSON.stringify(body),
  isBase64Encoded: false,
});
