import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { handle } from 'hono/aws-lambda';
import type { ApiDeps } from './api-deps.ts';
import { createApp } from './app.ts';
import type { Route } from './route.ts';

export type ApiHandler = (
  event: APIGatewayProxyEventV2,
  context?: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;

/** The Lambda handler of an entry behind the HTTP API, in payload format 2.0. */
export const apiHandler = <Deps extends ApiDeps>(routes: readonly Route<Deps>[], deps: Deps): ApiHandler =>
  handle(createApp(routes, deps)) as ApiHandler;
