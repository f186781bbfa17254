import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { handle } from 'hono/aws-lambda';
import { createApp } from './app.ts';
import type { HttpDeps } from './http-deps.ts';
import { routes } from './routes.ts';

export type HttpHandler = (
  event: APIGatewayProxyEventV2,
  context?: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** The Lambda handler behind the HTTP API, in payload format 2.0. */
export const createHttpHandler = (deps: HttpDeps): HttpHandler => handle(createApp(routes, deps)) as HttpHandler;
