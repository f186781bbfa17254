import { createApi, type Api } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { noSession, type Session } from '../api/session.ts';
import { openLink } from './routes.ts';

export type Scope = 'report' | 'visit' | 'quote';

export interface LinkSession extends Session {
  readonly scope: Scope;
}

export type Opened =
  { readonly ok: true; readonly session: LinkSession } | { readonly ok: false; readonly reason: 'no-link' | 'ended' };

/** Where the page stands and what it may keep while it is open. */
export interface LinkPage {
  readonly fragment: string;
  /** Takes the secret out of the address, so that it is in no history and no screenshot. */
  hideFragment(): void;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

interface Kept {
  readonly token: string;
  readonly session: string;
  readonly scope: Scope;
}

const key = 'fieldline.link.1';

/**
 * Exchanges the link's secret for a session of an hour, and again when that has run out. A link opened anew replaces the
 * one before; a page loaded again goes on with the one it has. Throws NetworkDown when no answer came.
 */
export const openLinkSession = async (
  page: LinkPage,
  api: Pick<Api, 'call'> = createApi({ session: noSession }),
): Promise<Opened> => {
  const fromAddress = page.fragment.replace(/^#/, '');
  let kept = readKept(page.storage);

  const open = async (token: string): Promise<void> => {
    const { session, scope } = await api.call(openLink, { body: { token } });
    kept = { token, session, scope };
    page.storage.setItem(key, JSON.stringify(kept));
  };

  if (fromAddress !== '' && fromAddress !== kept?.token) {
    const opened = await refusalOf(() => open(fromAddress));
    if (opened !== undefined) return { ok: false, reason: opened };
  }
  page.hideFragment();
  if (kept === undefined) return { ok: false, reason: 'no-link' };

  const { scope } = kept;
  return {
    ok: true,
    session: {
      scope,
      token: async () => kept?.session,
      async renew() {
        const token = kept?.token;
        return token !== undefined && (await refusalOf(() => open(token))) === undefined;
      },
    },
  };
};

/** A link that was never one and a link that has ended look the same to who holds it. */
const refusalOf = async (ask: () => Promise<void>): Promise<'ended' | undefined> => {
  try {
    await ask();
    return undefined;
  } catch (fault) {
    if (fault instanceof ApiProblem && fault.problem.status < 500) return 'ended';
    throw fault;
  }
};

const readKept = (storage: LinkPage['storage']): Kept | undefined =>
  JSON.parse(storage.getItem(key) ?? 'null') ?? undefined;
