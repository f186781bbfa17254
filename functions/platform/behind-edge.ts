import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { timingSafeEqual } from 'node:crypto';
import { edgeSecretHeader } from '../../shared/protocol/headers.ts';
import { problemOf, Refusal } from './errors.ts';
import { hash } from './hash.ts';

type HttpHandler = (event: APIGatewayProxyEventV2, context?: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** Answers only what came through the edge, where the firewall stands: the gateway's own address is open to the world and has none. */
export const behindEdge = (edgeSecret: string, handler: HttpHandler): HttpHandler => {
  const expected = Buffer.from(hash(edgeSecret));
  return async (event, context) => {
    const given = Buffer.from(hash(event.headers[edgeSecretHeader] ?? ''));
    if (timingSafeEqual(given, expected)) return handler(event, context);
    const problem = problemOf(new Refusal('not-allowed', { detail: elsewhere }), event.requestContext.requestId);
    const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
    return { statusCode: problem.status, headers, body: JSON.stringify(problem) };
  };
};

const elsewhere = 'This is not the address of the API: ask at the site’s own.';
