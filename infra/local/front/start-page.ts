import type { LocalAnswer } from './exchange.ts';
import { type Html, html } from './html.ts';
import { localPage } from './local-page.ts';

/** Where a newcomer begins: every page of the product and of this machine. */
export function startPage(reportLink: string, headers: Readonly<Record<string, string>>): LocalAnswer {
  const card = (href: string, title: string, text: string): Html =>
    html`<li>
      <a class="card" href="${href}"><strong>${title}</strong><span>${text}</span></a>
    </li>`;
  const content = html`<p class="soft">
      Harbor Field Service, Boston: an invented company with four territories and twenty-five technicians. It has its
      own clock, which stands in the middle of a working day.
    </p>
    <h2>The product</h2>
    <ul class="grid">
      ${[
        card('/dispatch/', 'Dispatch console', 'queue, map, time board, plans, figures'),
        card('/technician/', "Technician's phone", 'the day, stop by stop'),
        card(reportLink, 'Web form', 'a customer reports a problem'),
        card('/local/outbox', 'Outbox', 'messages to customers, with their links'),
      ]}
    </ul>
    <h2>For those who connect to it</h2>
    <ul class="grid">
      ${[
        card('/docs', 'Try the API', 'every operation, with examples'),
        card('/openapi.json', 'OpenAPI 3.1', 'the document'),
        card('/healthz', 'Health', 'whether it can read its table'),
      ]}
    </ul>
    <h2>Tokens for scripts</h2>
    <p class="soft">
      POST /local/token with {"account": "dispatcher"} gives an access token; other accounts: agent, clerk, manager,
      administrator, technician, technician-ben and so on, other-dispatcher of the other company.
    </p>`;
  return localPage('Start here', content, headers);
}
