import type { WebConfig } from '../../shared/protocol/web-config.ts';
import { accountOf, type Account } from './account-of.ts';
import type { Session } from './session.ts';
import { SignIn, type SignInPage } from './sign-in.ts';
import { TokenKeeper } from './token-keeper.ts';
import { SignInRefused } from './token-request.ts';

export interface StaffSession extends Session {
  /** Read from the token for display only; the server decides by its own reading. */
  readonly account: Account;
  /** Leaves for the sign-in page and comes back to this page. */
  signIn(): Promise<void>;
  /** Forgets the tokens and ends the session where it was begun. */
  signOut(): void;
}

export interface StaffSessionDeps {
  readonly signIn: WebConfig['signIn'];
  /** sessionStorage for a console; localStorage for a phone, which must survive restarts. */
  readonly keepIn: Storage;
  readonly pendingIn?: Storage;
  readonly page?: SignInPage;
  readonly fetch?: typeof fetch;
  readonly deviceNow?: () => number;
}

/** Begins to renew this long before the token ends. */
const renewBeforeMilliseconds = 60_000;

/**
 * Gives the session; undefined when the page is on its way to the sign-in page. Throws SignInRefused when the code was not
 * accepted, NetworkDown when it could not be exchanged.
 */
export const openStaffSession = async (deps: StaffSessionDeps): Promise<StaffSession | undefined> => {
  const { signIn: settings, keepIn, page = thisPage(), deviceNow = Date.now } = deps;
  const send = deps.fetch ?? ((...request: Parameters<typeof fetch>) => fetch(...request));
  const signIn = new SignIn({ settings, page, deviceNow, fetch: send, pendingIn: deps.pendingIn ?? sessionStorage });
  const keeper = new TokenKeeper(keepIn);
  await signIn.comeBack((tokens) => keeper.keep(tokens));
  const kept = keeper.read();
  if (kept === undefined) {
    await signIn.leave();
    return undefined;
  }
  return sessionOf(accountOf(kept.accessToken), keeper, signIn, deviceNow);
};

const sessionOf = (account: Account, keeper: TokenKeeper, signIn: SignIn, deviceNow: () => number): StaffSession => {
  let renewing: Promise<boolean> | undefined;
  /** Once for all who ask at the same time. */
  const renew = () =>
    (renewing ??= renewTokens(keeper, signIn).finally(() => {
      renewing = undefined;
    }));
  return {
    account,
    renew,
    async token() {
      const tokens = keeper.read();
      if (tokens !== undefined && tokens.endsAtDevice - deviceNow() < renewBeforeMilliseconds) await renew();
      return keeper.read()?.accessToken;
    },
    signIn: () => signIn.leave(),
    signOut() {
      keeper.forget();
      signIn.end();
    },
  };
};

/** Whether it could be done; an answer without a new refresh token, as Cognito gives it, keeps the old one. */
const renewTokens = async (keeper: TokenKeeper, signIn: SignIn): Promise<boolean> => {
  const tokens = keeper.read();
  if (tokens?.refreshToken === undefined) return false;
  try {
    keeper.keep({ ...tokens, ...(await signIn.refresh(tokens.refreshToken)) });
    return true;
  } catch (fault) {
    if (fault instanceof SignInRefused) return false;
    throw fault;
  }
};

const thisPage = (): SignInPage => ({
  // Read when it is asked for: the address changes while the page is open.
  get href() {
    return location.href;
  },
  leaveFor: (address) => location.assign(address),
  showAddress: (address) => history.replaceState(null, '', address),
});
