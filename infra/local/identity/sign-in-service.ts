import {
  type LocalAnswer,
  type LocalRequest,
  type LocalService,
  jsonAnswer,
  redirectTo,
  textAnswer,
} from '../front/exchange.ts';
import { localMessages } from '../messages/local-messages.ts';
import type { LocalWords } from '../messages/local-words.ts';
import type { Issuer } from './issuer.ts';
import { signInPage } from './sign-in-page.ts';
import type { SignIn } from './sign-in.ts';

/** The addresses of sign-in under /local, as Cognito's hosted pages serve them, and tokens for scripts. */
export function signInService(
  signIn: SignIn,
  issuer: Issuer,
  origin: string,
  headers: Readonly<Record<string, string>>,
): LocalService {
  const authorize = (words: LocalWords, query: URLSearchParams, chosen?: string): LocalAnswer => {
    const asked = signIn.authorizeRequest(query, origin);
    if (!asked.ok) return textAnswer(400, `This sign-in request cannot be served: ${asked.reason}.`);
    if (chosen === undefined) return signInPage(words, signIn.accounts, asked.request, query, headers);
    const account = signIn.accounts.get(chosen);
    return account ? redirectTo(signIn.choose(asked.request, account)) : textAnswer(400, 'There is no such account.');
  };
  const routes: Readonly<Record<string, (request: LocalRequest) => Promise<LocalAnswer> | LocalAnswer>> = {
    'GET /local/oauth2/authorize': ({ url, headers: sent }) => authorize(localMessages(sent), url.searchParams),
    'POST /local/oauth2/authorize': ({ body, headers: sent }) => {
      if (sent.origin !== undefined && sent.origin !== 'null' && sent.origin !== origin)
        return textAnswer(403, 'This form belongs to another page.');
      const form = new URLSearchParams(body.toString('utf8'));
      return authorize(localMessages(sent), form, form.get('account') ?? '');
    },
    'POST /local/oauth2/token': async ({ body }) => {
      const answer = await signIn.exchange(new URLSearchParams(body.toString('utf8')));
      return answer.ok ? jsonAnswer(answer.tokens) : jsonAnswer({ error: answer.reason }, 400);
    },
    'GET /local/logout': ({ url }) => {
      const back = url.searchParams.get('logout_uri') ?? '/';
      const target = URL.canParse(back, origin) ? new URL(back, origin) : new URL(origin);
      return redirectTo(target.origin === origin ? target.href : '/');
    },
    // Where the issuer publishes its keys, for who checks tokens outside of this process.
    'GET /local/.well-known/jwks.json': () => jsonAnswer(issuer.jwks),
    'POST /local/token': async ({ body, headers: sent }) => {
      // A form of another page cannot send this type, so no page but ours gets a token.
      if (!(sent['content-type'] ?? '').startsWith('application/json')) return textAnswer(415, 'Send JSON.');
      const account = signIn.accounts.get(accountNamed(body));
      if (!account) return jsonAnswer({ error: 'no such account', accounts: [...signIn.accounts.keys()] }, 404);
      return jsonAnswer({ access_token: await issuer.accessToken(account) });
    },
  };
  return (request) => routes[`${request.method} ${request.url.pathname}`]?.(request);
}

function accountNamed(body: Buffer): string {
  try {
    const { account }: { account?: unknown } = JSON.parse(body.toString('utf8'));
    return typeof account === 'string' ? account : '';
  } catch {
    return '';
  }
}
