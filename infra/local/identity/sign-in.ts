import { createHash, randomBytes } from 'node:crypto';
import type { Account } from './accounts.ts';
import { type Issuer, accessTokenSeconds, localClientId } from './issuer.ts';

/** What a page asks for when it sends someone to sign in (RFC 6749 section 4.1, RFC 7636). */
export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly codeChallenge: string;
}

export interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}
type Answered<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: string };

/** The authorization code flow with PKCE over the demonstration accounts, without passwords. */
export interface SignIn {
  readonly accounts: ReadonlyMap<string, Account>;
  authorizeRequest(query: URLSearchParams, origin: string): Answered<{ request: AuthorizeRequest }>;
  /** The address to send the browser back to, with a code of one minute. */
  choose(request: AuthorizeRequest, account: Account): string;
  exchange(form: URLSearchParams): Promise<Answered<{ tokens: TokenAnswer }>>;
}

interface PendingCode {
  readonly request: AuthorizeRequest;
  readonly account: Account;
  readonly endsAt: number;
}

export function signInWith(issuer: Issuer, accounts: ReadonlyMap<string, Account>, realNow: () => number): SignIn {
  const codes = new Map<string, PendingCode>();
  const forgetOld = () => {
    for (const [code, { endsAt }] of codes) if (endsAt < realNow()) codes.delete(code);
  };
  return {
    accounts,
    authorizeRequest: readAuthorizeRequest,
    choose: (request, account) => {
      forgetOld();
      const code = randomBytes(24).toString('base64url');
      codes.set(code, { request, account, endsAt: realNow() + 60_000 });
      const back = new URL(request.redirectUri);
      back.searchParams.set('code', code);
      if (request.state !== '') back.searchParams.set('state', request.state);
      return back.href;
    },
    exchange: async (form) => {
      const account =
        form.get('grant_type') === 'refresh_token'
          ? accounts.get((await issuer.accountOfRefreshToken(form.get('refresh_token') ?? '')) ?? '')
          : accountOfCode(codes, form, realNow());
      if (!account) return { ok: false, reason: 'invalid_grant' };
      const [access_token, refresh_token] = await Promise.all([
        issuer.accessToken(account),
        issuer.refreshToken(account),
      ]);
      return {
        ok: true,
        tokens: { access_token, refresh_token, token_type: 'Bearer', expires_in: accessTokenSeconds },
      };
    },
  };
}

function readAuthorizeRequest(query: URLSearchParams, origin: string): Answered<{ request: AuthorizeRequest }> {
  const redirectUri = query.get('redirect_uri') ?? '';
  const codeChallenge = query.get('code_challenge') ?? '';
  if (query.get('response_type') !== 'code') return { ok: false, reason: 'response_type must be code' };
  if (query.get('client_id') !== localClientId) return { ok: false, reason: 'unknown client_id' };
  if (!URL.canParse(redirectUri) || new URL(redirectUri).origin !== origin)
    return { ok: false, reason: 'redirect_uri must lie on this origin' };
  if (query.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(codeChallenge))
    return { ok: false, reason: 'code_challenge must be given by S256' };
  return { ok: true, request: { redirectUri, codeChallenge, state: query.get('state') ?? '' } };
}

/** A code serves once, whether or not the rest of the request fits. */
function accountOfCode(codes: Map<string, PendingCode>, form: URLSearchParams, now: number): Account | undefined {
  const code = form.get('code') ?? '';
  const pending = codes.get(code);
  codes.delete(code);
  if (!pending || pending.endsAt < now || form.get('grant_type') !== 'authorization_code') return undefined;
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url');
  const fits = challenge === pending.request.codeChallenge && form.get('redirect_uri') === pending.request.redirectUri;
  return fits ? pending.account : undefined;
}
