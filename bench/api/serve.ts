import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { once } from 'node:events';
import { answerOf, gatewayEvent, lambdaContext } from '../../infra/local/front/gateway-event.ts';
import { serveLocally } from '../../infra/local/front/local-server.ts';
import { startLocal } from '../../infra/local/local.ts';

/** What the bench is told on the first line: addresses, tokens and things to ask for. */
export interface Served {
  readonly url: string;
  readonly bareUrl: string;
  readonly dispatcher: string;
  readonly technician: string;
  readonly territoryId: string;
}

// The product as `npm start` serves it, and beside it a bare route of the same framework behind the same front.
const local = await startLocal({
  port: 0,
  folder: process.argv[2] ?? '',
  web: false,
  simulator: false,
  mapStyle: 'none',
  say: () => undefined,
});
const app = new Hono().get('/bare', (context) => context.json({ status: 'ok' }));
const answer = handle(app) as (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;
const bare = await serveLocally(0, async (request) =>
  answerOf(await answer(gatewayEvent(request), lambdaContext('bare'))),
);
const served: Served = {
  url: local.url,
  bareUrl: bare.url,
  dispatcher: await local.token('dispatcher'),
  technician: await local.token('technician'),
  territoryId: local.demonstration.territoryIds[0] ?? '',
};
console.log(JSON.stringify(served));
process.stdin.resume();
await once(process.stdin, 'end');
await bare.close();
await local.stop();
