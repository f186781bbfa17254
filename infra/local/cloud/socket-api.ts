import type { APIGatewayProxyResultV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import type { SocketHandler } from '../stand-ins/socket-front.ts';
import { type CloudFunction, functionMeant } from './cloud-function.ts';
import type { Invoke } from './http-api.ts';
import { integrationOf } from './integration.ts';
import type { Resource } from './resolve.ts';

/** API Gateway's WebSocket API: each event goes by the template's routes; an answer goes back only where the template returns it. */
export function socketApi(
  resources: readonly Resource[],
  functions: readonly CloudFunction[],
  invoke: Invoke,
): SocketHandler {
  const api = resources.find(
    ({ type, properties }) => type === 'AWS::ApiGatewayV2::Api' && properties['ProtocolType'] === 'WEBSOCKET',
  );
  const ofApi = (wanted: string) =>
    resources.filter(({ type, properties }) => type === wanted && properties['ApiId'] === api?.name);
  const answering = new Set(ofApi('AWS::ApiGatewayV2::RouteResponse').map(({ properties }) => properties['RouteId']));
  const routes = new Map(
    ofApi('AWS::ApiGatewayV2::Route').map(({ name, properties }) => {
      const { RouteKey, Target } = routeShape.parse(properties);
      return [
        RouteKey,
        { target: functionMeant(functions, integrationOf(resources, Target)), answers: answering.has(name) },
      ];
    }),
  );
  return async (event) => {
    const route = routes.get(event.requestContext.routeKey);
    if (!route) return { statusCode: 200 };
    const { statusCode = 200, body } = resultShape.parse((await invoke(route.target, event)) ?? {});
    const answer: APIGatewayProxyResultV2 = { statusCode };
    return route.answers && body !== undefined ? { ...answer, body } : answer;
  };
}

const routeShape = z.object({ RouteKey: z.string(), Target: z.string() });
const resultShape = z.object({ statusCode: z.optional(z.number()), body: z.optional(z.string()) });
