import type { Account } from '../identity/accounts.ts';
import type { Issuer } from '../identity/issuer.ts';
import type { LocalService } from '../front/exchange.ts';

export interface Called {
  readonly status: number;
  readonly json: unknown;
}
/** Asks the product as one account, through the same API as everybody. */
export type Call = (method: string, path: string, body?: unknown) => Promise<Called>;

const renewAfterMs = 10 * 60_000;

export function callAs(account: Account, issuer: Issuer, api: LocalService): Call {
  let token: { text: string; at: number } | undefined;
  return async (method, path, body) => {
    if (!token || Date.now() - token.at > renewAfterMs) {
      token = { text: await issuer.accessToken(account), at: Date.now() };
    }
    const answer = await api({
      method,
      url: new URL(path, 'http://127.0.0.1'),
      headers: { authorization: `Bearer ${token.text}`, 'content-type': 'application/json' },
      body: Buffer.from(body === undefined ? '' : JSON.stringify(body)),
    });
    const { status, body: text = '' } = answer ?? { status: 404 };
    return { status, json: text.length === 0 ? undefined : JSON.parse(Buffer.from(text).toString('utf8')) };
  };
}
