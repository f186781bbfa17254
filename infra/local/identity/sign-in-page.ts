import type { LocalAnswer } from '../front/exchange.ts';
import { type Html, html } from '../front/html.ts';
import { localPage } from '../front/local-page.ts';
import type { LocalWords } from '../messages/local-words.ts';
import type { Account } from './accounts.ts';
import type { AuthorizeRequest } from './sign-in.ts';

/** Lists the demonstration accounts; who comes from the phone page sees technicians first. */
export function signInPage(
  words: LocalWords,
  accounts: ReadonlyMap<string, Account>,
  request: AuthorizeRequest,
  query: URLSearchParams,
  headers: Readonly<Record<string, string>>,
): LocalAnswer {
  const { signIn } = words;
  const listed = [...accounts.values()].filter(({ account }) => account !== 'technician');
  const technicians = groupOf(
    signIn,
    signIn.technicians,
    listed.filter(({ technicianId }) => technicianId !== undefined),
  );
  const office = groupOf(
    signIn,
    signIn.office,
    listed.filter(({ technicianId }) => technicianId === undefined),
  );
  const fromPhone = new URL(request.redirectUri).pathname.startsWith('/technician');
  const kept = [...query].filter(([name]) => name !== 'account');
  const content = html`<p class="soft">${signIn.about}</p>
    <form method="post" action="/local/oauth2/authorize">
      ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      ${fromPhone ? [technicians, office] : [office, technicians]}
    </form>`;
  return localPage(words, signIn.title, content, headers);
}

function groupOf({ roles: said }: LocalWords['signIn'], title: string, accounts: readonly Account[]): Html {
  return html`<h2>${title}</h2>
    <ul class="grid">
      ${accounts.map(
        ({ account, name, roles, company }) =>
          html`<li>
            <button name="account" value="${account}">
              <strong>${name}</strong><b class="role">${roles.map((role) => said[role][0]).join(', ')}</b>
              <span>${roles.map((role) => said[role][1]).join(', ')} · ${company}</span>
            </button>
          </li>`,
      )}
    </ul>`;
}
