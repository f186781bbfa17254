import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import type { LocalAnswer, LocalRequest } from './exchange.ts';

/** What the gateway knows of the way: the route that a request took, and who was let through by its token. */
export interface GatewayRoute {
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, string>>;
}

/** The event that API Gateway's HTTP API would send (payload format 2.0) for this request. */
export function gatewayEvent(
  { method, url, headers, body }: LocalRequest,
  { routeKey, pathParameters, claims }: GatewayRoute = { routeKey: '$default', pathParameters: {} },
): APIGatewayProxyEventV2 {
  const binary = body.length > 0 && !isText(headers['content-type']);
  const query = Object.fromEntries(
    [...new Set(url.searchParams.keys())].map((name) => [name, url.searchParams.getAll(name).join(',')]),
  );
  const { cookie, ...others } = headers;
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers: others,
    ...(url.search.length > 1 ? { queryStringParameters: query } : {}),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      ...(claims && { authorizer: { jwt: { claims, scopes: [] } } }),
      accountId: '000000000000',
      apiId: 'local',
      domainName: url.host,
      domainPrefix: 'local',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: new Date().toISOString(),
      timeEpoch: Date.now(),
    },
    ...(body.length > 0 ? { body: body.toString(binary ? 'base64' : 'utf8') } : {}),
    isBase64Encoded: binary,
  };
}

/** What the gateway makes of a function's answer. */
export function answerOf(result: APIGatewayProxyStructuredResultV2): LocalAnswer {
  const headers: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(result.headers ?? {})) headers[name.toLowerCase()] = String(value);
  if (result.cookies && result.cookies.length > 0) headers['set-cookie'] = result.cookies;
  const body = result.body ?? '';
  return {
    status: result.statusCode ?? 200,
    headers,
    body: result.isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}

/** The context of an invocation, as far as our functions look at it. */
export function lambdaContext(functionName: string): Context {
  const endsAt = Date.now() + 30_000;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: '512',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => endsAt - Date.now(),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}

/** Lambda's own rule: these types are passed as text, all others in base 64. */
const isText = (type = 'application/json') => /^text\/|json|xml|javascript|x-www-form-urlencoded/.test(type);
