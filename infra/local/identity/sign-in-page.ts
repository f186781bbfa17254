import type { LocalAnswer } from '../front/exchange.ts';
import { type Html, html } from '../front/html.ts';
import { localPage } from '../front/local-page.ts';
import type { Role } from '../../../shared/protocol/endpoint.ts';
import type { Account } from './accounts.ts';
import type { AuthorizeRequest } from './sign-in.ts';

const said: Readonly<Record<Role, string>> = {
  dispatcher: 'plans and follows the day',
  agent: 'takes calls',
  technician: 'goes there',
  clerk: 'parts and depot',
  manager: 'figures and reports',
  administrator: 'everything',
};
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Lists the demonstration accounts; who comes from the phone page sees technicians first. */
export function signInPage(
  accounts: ReadonlyMap<string, Account>,
  request: AuthorizeRequest,
  query: URLSearchParams,
  headers: Readonly<Record<string, string>>,
): LocalAnswer {
  const listed = [...accounts.values()].filter(({ account }) => account !== 'technician');
  const technicians = groupOf(
    'Technicians',
    listed.filter(({ technicianId }) => technicianId !== undefined),
  );
  const office = groupOf(
    'Office',
    listed.filter(({ technicianId }) => technicianId === undefined),
  );
  const fromPhone = new URL(request.redirectUri).pathname.startsWith('/technician');
  const kept = [...query].filter(([name]) => name !== 'account');
  const content = html`<p class="soft">No passwords here: choose whom you want to be.</p>
    <form method="post" action="/local/oauth2/authorize">
      ${kept.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      ${fromPhone ? [technicians, office] : [office, technicians]}
    </form>`;
  return localPage('Sign in', content, headers);
}

function groupOf(title: string, accounts: readonly Account[]): Html {
  return html`<h2>${title}</h2>
    <ul class="grid">
      ${accounts.map(
        ({ account, name, roles, company }) =>
          html`<li>
            <button name="account" value="${account}">
              <strong>${name}</strong><b class="role">${roles.map(capital).join(', ')}</b>
              <span>${roles.map((role) => said[role]).join(', ')} · ${company}</span>
            </button>
          </li>`,
      )}
    </ul>`;
}
