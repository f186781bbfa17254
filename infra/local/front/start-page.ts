import type { LocalWords } from '../messages/local-words.ts';
import type { LocalAnswer } from './exchange.ts';
import { type Html, html } from './html.ts';
import { localPage } from './local-page.ts';

/** Where a newcomer begins: every page of the product and of this machine. */
export function startPage(
  words: LocalWords,
  reportLink: string,
  headers: Readonly<Record<string, string>>,
): LocalAnswer {
  const { start } = words;
  const card = (href: string, [title, text]: readonly [string, string]): Html =>
    html`<li>
      <a class="card" href="${href}"><strong>${title}</strong><span>${text}</span></a>
    </li>`;
  const content = html`<p class="soft">${start.about}</p>
    <h2>${start.product}</h2>
    <ul class="grid">
      ${[
        card('/dispatch/', start.dispatch),
        card('/technician/', start.technician),
        card(reportLink, start.report),
        card('/local/outbox', start.outbox),
      ]}
    </ul>
    <h2>${start.connect}</h2>
    <ul class="grid">
      ${[card('/docs', start.docs), card('/openapi.json', start.openapi), card('/healthz', start.health)]}
    </ul>
    <h2>${start.tokens}</h2>
    <p class="soft">${start.tokensHow}</p>`;
  return localPage(words, start.title, content, headers);
}
