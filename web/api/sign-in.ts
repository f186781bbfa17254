import type { WebConfig } from '../../shared/protocol/web-config.ts';
import { createPkce } from './pkce.ts';
import type { Tokens } from './token-keeper.ts';
import { askTokens, SignInRefused } from './token-request.ts';

/** The page that signs in: where it stands and how it leaves. */
export interface SignInPage {
  readonly href: string;
  leaveFor(address: string): void;
  /** Changes the address in sight without loading. */
  showAddress(address: string): void;
}

export interface SignInDeps {
  readonly settings: WebConfig['signIn'];
  /** What must only survive the way to the sign-in page and back. */
  readonly pendingIn: Storage;
  readonly page: SignInPage;
  readonly fetch: typeof fetch;
  readonly deviceNow: () => number;
}

interface Pending {
  readonly verifier: string;
  readonly state: string;
  /** The screen that asked. */
  readonly back: string;
}

const pendingKey = 'fieldline.sign-in';

/** The way to the sign-in page and back: OAuth 2.0 authorization code with PKCE (RFC 7636). */
export class SignIn {
  readonly #deps: SignInDeps;

  constructor(deps: SignInDeps) {
    this.#deps = deps;
  }

  async leave(): Promise<void> {
    const { page, settings, pendingIn } = this.#deps;
    const { verifier, challenge } = await createPkce();
    const pending: Pending = { verifier, state: crypto.randomUUID(), back: page.href };
    pendingIn.setItem(pendingKey, JSON.stringify(pending));
    this.#leaveFor(settings.authorizeUrl, {
      response_type: 'code',
      client_id: settings.clientId,
      redirect_uri: addressWithoutQuery(page.href),
      scope: 'openid profile',
      state: pending.state,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
  }

  /**
   * Exchanges the code that the page was opened with, hands over the tokens, and only then shows the screen that asked:
   * whoever sees that address may load it. Nothing happens when the page was opened without a code.
   */
  async comeBack(keep: (tokens: Tokens) => void): Promise<void> {
    const { page, pendingIn } = this.#deps;
    const arrived = new URL(page.href).searchParams;
    const code = arrived.get('code');
    const pending: Pending | null = JSON.parse(pendingIn.getItem(pendingKey) ?? 'null');
    if (code === null) return;
    // Loaded again in the middle of the exchange: the code is used, and a new way begins without it.
    if (pending === null) return page.showAddress(addressWithoutQuery(page.href));
    pendingIn.removeItem(pendingKey);
    try {
      if (arrived.get('state') !== pending.state) throw new SignInRefused('the answer was not meant for us');
      keep(await this.#exchange(code, pending.verifier));
    } finally {
      page.showAddress(pending.back);
    }
  }

  #exchange(code: string, verifier: string): Promise<Tokens> {
    return this.#ask({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: addressWithoutQuery(this.#deps.page.href),
    });
  }

  refresh(refreshToken: string): Promise<Tokens> {
    return this.#ask({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  end(): void {
    const { page, settings } = this.#deps;
    const back = addressWithoutQuery(page.href);
    this.#leaveFor(settings.logoutUrl, { client_id: settings.clientId, logout_uri: back });
  }

  #ask(grant: Record<string, string>): Promise<Tokens> {
    const { fetch: send, settings, deviceNow } = this.#deps;
    return askTokens(send, settings.tokenUrl, { client_id: settings.clientId, ...grant }, deviceNow());
  }

  #leaveFor(address: string, query: Record<string, string>): void {
    const { page } = this.#deps;
    const url = new URL(address, page.href);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    page.leaveFor(url.href);
  }
}

const addressWithoutQuery = (href: string): string => {
  const url = new URL(href);
  return url.origin + url.pathname;
};
