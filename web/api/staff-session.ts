import type { WebConfig } from '../../shared/protocol/web-config.ts';
import { accountOf, type Account } from './account-of.ts';
import { createPkce } from './pkce.ts';
import type { Session } from './session.ts';
import { TokenKeeper, type Tokens } from './token-keeper.ts';
import { askTokens, SignInRefused } from './token-request.ts';

export interface StaffSession extends Session {
  /** Read from the token for display only; the server decides by its own reading. */
  readonly account: Account;
  /** Leaves for the sign-in page and comes back to this page. */
  signIn(): Promise<void>;
  /** Forgets the tokens and ends the session where it was begun. */
  signOut(): void;
}

/** The page that signs in: where it stands and how it leaves. */
export interface SignInPage {
  readonly href: string;
  leaveFor(address: string): void;
  /** Changes the address in sight without loading. */
  showAddress(address: string): void;
}

export interface StaffSessionDeps {
  readonly signIn: WebConfig['signIn'];
  /** sessionStorage for a console; localStorage for a phone, which must survive restarts. */
  readonly keepIn: Storage;
  /** What must only survive the way to the sign-in page and back. */
  readonly pendingIn?: Storage;
  readonly page?: SignInPage;
  readonly fetch?: typeof fetch;
  readonly deviceNow?: () => number;
}

/** Begins to renew this long before the token ends. */
const renewBeforeMilliseconds = 60_000;
const pendingKey = 'fieldline.sign-in';

/**
 * OAuth 2.0 authorization code with PKCE (RFC 7636). Gives the session; undefined when the page is on its way to the
 * sign-in page. Throws SignInRefused when the code was not accepted, NetworkDown when it could not be exchanged.
 */
export const openStaffSession = async (deps: StaffSessionDeps): Promise<StaffSession | undefined> => {
  const { signIn, keepIn, page = thisPage(), deviceNow = Date.now } = deps;
  const keeper = new TokenKeeper(keepIn);
  const pendingIn = deps.pendingIn ?? sessionStorage;
  const send = deps.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));

  const leave = async () => {
    const { verifier, challenge } = await createPkce();
    const state = crypto.randomUUID();
    pendingIn.setItem(pendingKey, JSON.stringify({ verifier, state, back: page.href }));
    page.leaveFor(
      withQuery(signIn.authorizeUrl, page.href, {
        response_type: 'code',
        client_id: signIn.clientId,
        redirect_uri: addressWithoutQuery(page.href),
        scope: 'openid profile',
        state,
        code_challenge: challenge,
        code_challenge_method: 'S256',
      }),
    );
  };

  const request = async (grant: Record<string, string>): Promise<Tokens> =>
    askTokens(send, signIn.tokenUrl, { client_id: signIn.clientId, ...grant }, deviceNow());

  const arrived = new URL(page.href);
  const code = arrived.searchParams.get('code');
  const pending = readPending(pendingIn);
  if (code !== null && pending !== undefined) {
    pendingIn.removeItem(pendingKey);
    page.showAddress(pending.back);
    if (arrived.searchParams.get('state') !== pending.state) throw new SignInRefused('the answer was not meant for us');
    const redirectUri = addressWithoutQuery(page.href);
    keeper.keep(
      await request({
        grant_type: 'authorization_code',
        code,
        code_verifier: pending.verifier,
        redirect_uri: redirectUri,
      }),
    );
  }

  const kept = keeper.read();
  if (kept === undefined) {
    await leave();
    return undefined;
  }

  let renewing: Promise<boolean> | undefined;
  const renewOnce = async (): Promise<boolean> => {
    const tokens = keeper.read();
    if (tokens?.refreshToken === undefined) return false;
    try {
      const fresh = await request({ grant_type: 'refresh_token', refresh_token: tokens.refreshToken });
      keeper.keep({ ...tokens, ...fresh });
      return true;
    } catch (fault) {
      if (fault instanceof SignInRefused) return false;
      throw fault;
    }
  };
  const renew = () =>
    (renewing ??= renewOnce().finally(() => {
      renewing = undefined;
    }));

  return {
    account: accountOf(kept.accessToken),
    async token() {
      const tokens = keeper.read();
      if (tokens !== undefined && tokens.endsAtDevice - deviceNow() < renewBeforeMilliseconds) await renew();
      return keeper.read()?.accessToken;
    },
    renew,
    signIn: leave,
    signOut() {
      keeper.forget();
      page.leaveFor(
        withQuery(signIn.logoutUrl, page.href, {
          client_id: signIn.clientId,
          logout_uri: addressWithoutQuery(page.href),
        }),
      );
    },
  };
};

const thisPage = (): SignInPage => ({
  href: location.href,
  leaveFor: (address) => location.assign(address),
  showAddress: (address) => history.replaceState(null, '', address),
});

const addressWithoutQuery = (href: string): string => {
  const url = new URL(href);
  return url.origin + url.pathname;
};

const withQuery = (address: string, base: string, query: Record<string, string>): string => {
  const url = new URL(address, base);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
};

const readPending = (storage: Storage): { verifier: string; state: string; back: string } | undefined =>
  JSON.parse(storage.getItem(pendingKey) ?? 'null') ?? undefined;
