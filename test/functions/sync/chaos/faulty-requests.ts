import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { SdkRequestHandler } from '../../../../infra/local/table-engine/sdk-request-handler.ts';

export interface FaultPlan {
  readonly random: () => number;
  /** Shares of writes that fail before they take effect, and of those whose answer is lost after it. */
  before: number;
  after: number;
  /** Whether the SDK's request tokens reach the table; they last ten minutes and are no guard. */
  readonly tokens: boolean;
}
/** One life of a server: once killed it reaches nothing any more. */
export interface Life {
  isAlive: boolean;
  /** How many more calls of the table it lives for; absent: it is not about to die. */
  callsLeft?: number;
}

const failure = (message: string): Error =>
  Object.assign(new Error(message), { code: 'ECONNRESET', name: 'TimeoutError' });

/** The engine's requests as a bad network and a dying server let them through. */
export const faultyRequests = (engine: SdkRequestHandler, plan: FaultPlan, life: Life): SdkRequestHandler => ({
  ...engine,
  handle: async (request: Request, options: Parameters<SdkRequestHandler['handle']>[1]) => {
    if (life.callsLeft !== undefined && life.callsLeft-- <= 0) life.isAlive = false;
    if (!life.isAlive) throw failure('the server is dead');
    const isWrite = /Transact|PutItem|UpdateItem/.test(request.headers['x-amz-target'] ?? '');
    const luck = isWrite ? plan.random() : 1;
    if (luck < plan.before) throw failure('lost before its effect');
    const answer = await engine.handle(plan.tokens ? request : withoutToken(request), options);
    if (luck < plan.before + plan.after) throw failure('lost after its effect');
    // What was done while the server died is done; nobody hears of it.
    if (!life.isAlive) throw failure('the server is dead');
    return answer;
  },
});

type Request = Parameters<SdkRequestHandler['handle']>[0];
const withoutToken = (request: Request): Request => {
  const body: unknown = JSON.parse(textOf(request.body));
  if (typeof body !== 'object' || body === null || !('ClientRequestToken' in body)) return request;
  const { ClientRequestToken: _token, ...rest } = body;
  return Object.assign(Object.create(Object.getPrototypeOf(request) as object) as Request, request, {
    body: JSON.stringify(rest),
  });
};

/** The SDK's own repeats, without its pauses. */
export const quickRetries: NonNullable<DynamoDBClientConfig['retryStrategy']> = {
  mode: 'standard',
  acquireInitialRetryToken: async () => retryToken(0),
  refreshRetryTokenForRetry: async (token) => {
    if (token.getRetryCount() >= 2) throw new Error('no more tries');
    return retryToken(token.getRetryCount() + 1);
  },
  recordSuccess: () => {},
};
const retryToken = (count: number) => ({ getRetryCount: () => count, getRetryDelay: () => 0 });

const textOf = (body: unknown): string =>
  body instanceof Uint8Array
    ? Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')
    : String(body);
