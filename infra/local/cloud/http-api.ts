import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import { jsonAnswer, type LocalAnswer, type LocalRequest, type LocalService } from '../front/exchange.ts';
import { answerOf, gatewayEvent } from '../front/gateway-event.ts';
import { type CloudFunction, functionMeant } from './cloud-function.ts';
import type { Claims, JwtAuthorizer } from './jwt-authorizer.ts';
import { integrationOf } from './integration.ts';
import type { Resource } from './resolve.ts';
import { type RoutePattern, routePattern } from '../front/route-pattern.ts';

/** Hands an event to a function and answers what it returns. */
export type Invoke = (target: CloudFunction, event: unknown) => Promise<unknown>;

interface Route {
  readonly key: string;
  readonly pattern: RoutePattern;
  readonly target: CloudFunction;
  readonly authorizer: JwtAuthorizer | undefined;
}

/** API Gateway's HTTP API: each request goes by the template's routes, past the template's authorizers, to a function. */
export function httpApi(
  resources: readonly Resource[],
  functions: readonly CloudFunction[],
  authorizers: ReadonlyMap<string, JwtAuthorizer>,
  invoke: Invoke,
): LocalService {
  const edge = edgeHeaders(resources);
  const routes = routesOf(resources, functions, authorizers);
  return async (request) => {
    const route = routes.find(({ pattern }) => pattern.fits(request.method, request.url.pathname));
    if (!route) return request.url.pathname.startsWith('/v1/') ? message(404, 'Not Found') : undefined;
    const claims = await route.authorizer?.(request.headers['authorization']);
    if (claims && !claims.ok) return refused(claims.reason);
    return answered(invoke, route, { ...request, headers: { ...request.headers, ...edge } }, claims?.claims);
  };
}

async function answered(
  invoke: Invoke,
  { key, pattern, target }: Route,
  request: LocalRequest,
  claims: Claims | undefined,
): Promise<LocalAnswer> {
  const pathParameters = pattern.parameters(request.url.pathname);
  const event = gatewayEvent(request, { routeKey: key, pathParameters, ...(claims && { claims }) });
  try {
    return answerOf(structured(await invoke(target, event)));
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault);
    return message(500, 'Internal Server Error');
  }
}

/** What the distribution in front of the API adds on the way. */
function edgeHeaders(resources: readonly Resource[]): Readonly<Record<string, string>> {
  const origins = resources
    .filter(({ type }) => type === 'AWS::CloudFront::Distribution')
    .flatMap(({ properties }) => distributionShape.parse(properties).DistributionConfig.Origins);
  const added = origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders);
  return Object.fromEntries(added.map(({ HeaderName, HeaderValue }) => [HeaderName.toLowerCase(), HeaderValue]));
}

function routesOf(
  resources: readonly Resource[],
  functions: readonly CloudFunction[],
  authorizers: ReadonlyMap<string, JwtAuthorizer>,
): readonly Route[] {
  const apis = new Set(
    resources
      .filter(({ type, properties }) => type === 'AWS::ApiGatewayV2::Api' && properties['ProtocolType'] === 'HTTP')
      .map(({ name }) => name),
  );
  return resources
    .filter(({ type, properties }) => type === 'AWS::ApiGatewayV2::Route' && apis.has(String(properties['ApiId'])))
    .map(({ properties }) => {
      const { RouteKey: key, Target, AuthorizationType, AuthorizerId = '' } = routeShape.parse(properties);
      const authorizer = authorizers.get(AuthorizerId);
      if (AuthorizationType === 'JWT' && !authorizer) throw new Error(`No authorizer guards ${key}`);
      const target = functionMeant(functions, integrationOf(resources, Target));
      return { key, pattern: routePattern(key), target, authorizer };
    })
    .sort((a, b) => a.pattern.openness - b.pattern.openness);
}

/** A function may answer whole or with the body alone. */
const structured = (result: unknown): APIGatewayProxyStructuredResultV2 => {
  const whole = resultShape.safeParse(result);
  if (whole.success) return whole.data as APIGatewayProxyStructuredResultV2; // the shape above
  return { statusCode: 200, body: typeof result === 'string' ? result : JSON.stringify(result) };
};

const message = (status: number, text: string): LocalAnswer => jsonAnswer({ message: text }, status);

/** As API Gateway answers, without telling more than it. */
const refused = (reason: string): LocalAnswer => {
  const { headers, ...answer } = message(401, 'Unauthorized');
  return {
    ...answer,
    headers: { ...headers, 'www-authenticate': `Bearer error="invalid_token" error_description="${reason}"` },
  };
};

const customHeader = z.object({ HeaderName: z.string(), HeaderValue: z.string() });
const distributionShape = z.object({
  DistributionConfig: z.object({
    Origins: z.array(z.object({ OriginCustomHeaders: z.optional(z.array(customHeader)) })),
  }),
});

const routeShape = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z._default(z.enum(['NONE', 'JWT']), 'NONE'),
  AuthorizerId: z.optional(z.string()),
});

const resultShape = z.object({
  statusCode: z.number(),
  headers: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
  cookies: z.optional(z.array(z.string())),
  body: z.optional(z.string()),
  isBase64Encoded: z.optional(z.boolean()),
});
