import type { CallOf, ResponseOf } from '../../shared/protocol/endpoint.ts';
import { idempotencyKeyHeader, serverTimeHeader } from '../../shared/protocol/headers.ts';
import { ApiProblem } from './api-problem.ts';
import { NetworkDown } from './network-down.ts';
import { problemOf } from './problem-of.ts';
import { addressOf, type Callable, type EndpointOf } from './route.ts';
import { ServerClock } from './server-clock.ts';
import type { Session } from './session.ts';
import { pause, retryAfter } from './retry.ts';

export interface CallOptions {
  /** Repeats a write that may already have had its effect; made anew for each call when left out. */
  readonly idempotencyKey?: string;
  /** The version that the change was made upon. */
  readonly ifMatch?: number;
  readonly signal?: AbortSignal;
}

export interface Api {
  /** Asks the server; throws ApiProblem when it refuses and NetworkDown when no answer came in time and tries. */
  call<C extends Callable>(
    endpoint: C,
    given: CallOf<EndpointOf<C>>,
    options?: CallOptions,
  ): Promise<ResponseOf<EndpointOf<C>>>;
  /** Reads what carries a tag of its content; undefined where it is still what `etag` names. */
  callTagged<C extends Callable>(
    endpoint: C,
    given: CallOf<EndpointOf<C>>,
    etag: string | undefined,
  ): Promise<Tagged<ResponseOf<EndpointOf<C>>> | undefined>;
  /** Milliseconds since the epoch by the server's clock. */
  serverNow(): number;
}

export interface Tagged<Body> {
  readonly etag: string;
  readonly body: Body;
}

export interface ApiDeps {
  readonly session: Session;
  /** Empty: the page's own origin. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  readonly clock?: ServerClock;
  readonly newKey?: () => string;
  readonly pause?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

const answerWithinMilliseconds = 20_000;

export const createApi = ({
  session,
  baseUrl = '',
  fetch: send = (...request) => fetch(...request),
  clock = new ServerClock(),
  newKey = () => crypto.randomUUID(),
  pause: wait = pause,
}: ApiDeps): Api => {
  const ask = async (address: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> => {
    const askedAt = Date.now();
    const limit = AbortSignal.timeout(answerWithinMilliseconds);
    try {
      const response = await send(address, { ...init, signal: signal ? AbortSignal.any([signal, limit]) : limit });
      clock.hear(response.headers.get(serverTimeHeader), askedAt);
      return response;
    } catch (fault) {
      if (signal?.aborted) throw fault;
      throw new NetworkDown(fault);
    }
  };

  /** One call in as many tries as it takes: after a lost network or a server that is away, and once with a new token. */
  const askUntilAnswered = async (address: string, init: RequestInit, headers: Headers, signal?: AbortSignal) => {
    let renewed = false;
    for (let tries = 1; ; tries += 1) {
      const answer = await attempt(async () => {
        const bearer = await session.token();
        if (bearer !== undefined) headers.set('authorization', `Bearer ${bearer}`);
        return ask(address, { ...init, headers }, signal);
      });
      if (answer instanceof Response && answer.status === 401 && !renewed && (await session.renew())) {
        renewed = true;
        continue;
      }
      const again = retryAfter(answer, tries, init.method !== 'GET');
      if (again === undefined) {
        if (answer instanceof NetworkDown) throw answer;
        return answer;
      }
      await wait(again, signal);
    }
  };

  return {
    serverNow: () => clock.now(),
    async call(endpoint, given, { idempotencyKey, ifMatch, signal } = {}) {
      const headers = new Headers({ accept: 'application/json' });
      if (endpoint.method !== 'GET') headers.set(idempotencyKeyHeader, idempotencyKey ?? newKey());
      if (ifMatch !== undefined) headers.set('if-match', `"${ifMatch}"`);
      if (given.body !== undefined) headers.set('content-type', 'application/json');
      const init: RequestInit = { method: endpoint.method, cache: 'no-store' };
      if (given.body !== undefined) init.body = JSON.stringify(given.body);
      const response = await askUntilAnswered(baseUrl + addressOf(endpoint.path, given), init, headers, signal);
      if (!response.ok) throw new ApiProblem(await problemOf(response));
      return response.status === 204 ? undefined : response.json();
    },
    async callTagged(endpoint, given, etag) {
      const headers = new Headers({ accept: 'application/json', ...(etag !== undefined && { 'if-none-match': etag }) });
      const init: RequestInit = { method: endpoint.method, cache: 'no-store' };
      const response = await askUntilAnswered(baseUrl + addressOf(endpoint.path, given), init, headers);
      if (response.status === 304) return undefined;
      if (!response.ok) throw new ApiProblem(await problemOf(response));
      return { etag: response.headers.get('etag') ?? '', body: await response.json() };
    },
  };
};

const attempt = async (ask: () => Promise<Response>): Promise<Response | NetworkDown> => {
  try {
    return await ask();
  } catch (fault) {
    if (fault instanceof NetworkDown) return fault;
    throw fault;
  }
};
