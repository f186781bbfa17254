import { Hono } from 'hono/tiny';
import type { Context } from 'hono';
import type { LambdaEvent } from 'hono/aws-lambda';
import { serverTimeHeader } from '../../shared/protocol/headers.ts';
import { problemOf, Refusal } from '../platform/errors.ts';
import { tenantEntity } from '../store/entities/tenant.ts';
import type { ApiDeps } from './api-deps.ts';
import type { Route } from './route.ts';
import { runRoute } from './run-route.ts';

type Env = { Bindings: { event?: LambdaEvent } };

/** The HTTP app: every route of the table, and a sign of life. */
export const createApp = <Deps extends ApiDeps>(routes: readonly Route<Deps>[], deps: Deps): Hono<Env> => {
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    await next();
    context.header(serverTimeHeader, deps.clock().toISOString());
    context.header('cache-control', 'no-store');
    context.header('x-content-type-options', 'nosniff');
  });
  for (const route of routes) {
    app.on(route.endpoint.method, honoPath(route.endpoint.path), (context) => answerRoute(context, route, deps));
  }
  app.get('/healthz', async (context) => {
    await deps.table.get(tenantEntity, 'none', { id: 'none' });
    return context.json({ status: 'ok' });
  });
  app.notFound((context) => problemAnswer(context, new Refusal('not-found', { detail: 'There is no such address.' })));
  app.onError((error, context) => {
    if (!(error instanceof Refusal)) deps.log.error(`${context.req.method} ${context.req.routePath}`, error);
    return problemAnswer(context, error);
  });
  return app;
};

const honoPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const answerRoute = async <Deps extends ApiDeps>(
  context: Context<Env>,
  route: Route<Deps>,
  deps: Deps,
): Promise<Response> => {
  const { req } = context;
  const answer = await runRoute(
    route,
    {
      method: req.method,
      path: req.path,
      params: req.param(),
      query: req.queries(),
      headers: req.raw.headers,
      bodyText: req.method === 'GET' ? '' : await req.text(),
    },
    deps,
  );
  const { status } = route.endpoint;
  if (status === 204 || answer === undefined) return context.body(null, 204);
  const version = versionOf(answer);
  if (version !== undefined) context.header('etag', `"${version}"`);
  return context.json(answer, status);
};

/** The version of what was asked for: of the answer itself, or of the thing that it is the file of. */
const versionOf = (answer: unknown): number | undefined => {
  if (typeof answer !== 'object' || answer === null) return undefined;
  if ('version' in answer && typeof answer.version === 'number') return answer.version;
  const main = ['appointment', 'serviceRequest', 'workOrder', 'customer', 'asset'];
  const inner = Object.entries(answer).find(([name]) => main.includes(name))?.[1];
  return inner === undefined ? undefined : versionOf(inner);
};

const problemAnswer = (context: Context<Env>, error: unknown): Response => {
  const event = context.env?.event;
  const traceId =
    event && 'requestContext' in event && 'requestId' in event.requestContext
      ? event.requestContext.requestId
      : 'local';
  const problem = problemOf(error, traceId);
  return Response.json(problem, {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(problem.status === 401 && { 'www-authenticate': 'Bearer' }),
    },
  });
};
