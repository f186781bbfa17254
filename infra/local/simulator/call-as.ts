import type { Account } from '../identity/accounts.ts';
import type { Issuer } from '../identity/issuer.ts';
import { answerOf, gatewayEvent, lambdaContext } from '../front/gateway-event.ts';
import type { LocalFunctions } from '../local-functions.ts';

export interface Called {
  readonly status: number;
  readonly json: unknown;
}
/** Asks the product as one account, by the same events as everybody. */
export type Call = (method: string, path: string, body?: unknown) => Promise<Called>;

const renewAfterMs = 10 * 60_000;

export function callAs(account: Account, issuer: Issuer, functions: Pick<LocalFunctions, 'http' | 'positions'>): Call {
  let token: { text: string; at: number } | undefined;
  return async (method, path, body) => {
    if (!token || Date.now() - token.at > renewAfterMs) {
      token = { text: await issuer.accessToken(account), at: Date.now() };
    }
    const event = gatewayEvent({
      method,
      url: new URL(path, 'http://127.0.0.1'),
      headers: { authorization: `Bearer ${token.text}`, 'content-type': 'application/json' },
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    });
    const answer =
      path === '/v1/positions' ? await functions.positions(event) : await functions.http(event, lambdaContext('http'));
    const { status, body: text = '' } = answerOf(answer);
    return { status, json: text.length === 0 ? undefined : JSON.parse(Buffer.from(text).toString('utf8')) };
  };
}
