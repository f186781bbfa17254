import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import type { FromFunction, HostsHere, Invocation, MachineClock } from './function-protocol.ts';

type Handler = (event: unknown, context: unknown) => unknown;

// Loaded before the bundle: what the bundle takes hold of while it loads is already this machine's.
let clock: MachineClock = { offsetMs: 0 };
setClock();
leadHere(JSON.parse(process.argv[2] ?? '{}'));

/**
 * What a function's process runs beside the unchanged bundle, as Lambda's own runtime: hands it one event after the other and
 * answers its results. It sets the clock of its machine, and leads some host names to this machine, as a name server would.
 */
export function serve(handler: Handler): void {
  process.once('disconnect', () => process.exit());
  process.on('message', (asked: Invocation) => {
    invoke(handler, asked).then(
      (value) => answer({ kind: 'result', value: value ?? null }),
      (fault: unknown) => answer({ kind: 'fault', message: textOf(fault) }),
    );
  });
  answer({ kind: 'ready' });
}

async function invoke(handler: Handler, asked: Invocation): Promise<unknown> {
  ({ clock } = asked);
  const endsAt = Date.now() + asked.timeoutMs;
  return handler(asked.event, {
    functionName: asked.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: asked.functionArn,
    memoryLimitInMB: String(asked.memorySizeMegabytes),
    awsRequestId: asked.requestId,
    logGroupName: `/aws/lambda/${asked.functionName}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => endsAt - Date.now(),
  });
}

const answer = (message: FromFunction): void => void process.send?.(message);
const textOf = (fault: unknown): string => (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));

/** What is asked of these hosts over TLS is asked of this machine in plain text. */
function leadHere(hosts: HostsHere): void {
  const { request } = https;
  const led = (...args: Parameters<typeof request>): http.ClientRequest => {
    const [address, options, listener] = args;
    const asked = new URL(typeof address === 'string' ? address : 'https://elsewhere.invalid');
    const origin = hosts[asked.host];
    if (origin === undefined) return request(...args);
    return http.request(new URL(asked.pathname + asked.search, origin), options, listener);
  };
  Object.assign(https, { request: led });
  syncBuiltinESMExports();
}

function setClock(): void {
  const now = () => ('standsAtMs' in clock ? clock.standsAtMs : RealDate.now() + clock.offsetMs);
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (_real, given: [], made) =>
      Reflect.construct(RealDate, given.length > 0 ? given : [now()], made) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (_real, name) => (name === 'now' ? now : Reflect.get(RealDate, name)),
  });
}
