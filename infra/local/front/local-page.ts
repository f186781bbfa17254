import type { LocalAnswer } from './exchange.ts';
import { type Html, html } from './html.ts';
import type { LocalWords } from '../messages/local-words.ts';

/** A page of the local server itself, under the same strict headers as all others. */
export function localPage(
  { lang, mark }: Pick<LocalWords, 'lang' | 'mark'>,
  title: string,
  content: Html,
  headers: Readonly<Record<string, string>>,
  status = 200,
): LocalAnswer {
  const page = html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Fieldline</title>
        <link rel="stylesheet" href="/local/style.css" />
      </head>
      <body>
        <main>
          <p class="mark">${mark}</p>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
  return {
    status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: page.text,
  };
}

/** Its style sheet: system type, light and dark, large targets. */
export const localStyle = `:root { color-scheme: light dark; --ink: #16202a; --soft: #54626f; --paper: #f6f8fa; --card: #fff; --line: #d5dce3; --accent: #0b5cad; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --soft: #a3b0bd; --paper: #11171d; --card: #1a222b; --line: #323e4a; --accent: #7cb7f2; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
.mark { margin: 0; color: var(--soft); font-size: .875rem; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.2; }
h2 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
a { color: var(--accent); }
p { margin: 0 0 .75rem; }
.soft { color: var(--soft); }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .5rem; margin: 0; padding: 0; list-style: none; }
.grid > li { display: grid; }
.card, button { display: block; width: 100%; min-height: 48px; padding: .625rem .875rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); color: var(--ink); font: inherit; text-align: left; text-decoration: none; overflow-wrap: anywhere; }
button { cursor: pointer; }
.card:hover, button:hover, .card:focus-visible, button:focus-visible { border-color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.card strong, button strong { display: block; }
.role { display: block; color: var(--accent); font-size: .875rem; font-weight: 600; }
.card span, button span { color: var(--soft); font-size: .875rem; }
article { margin: 0 0 .75rem; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 6px; background: var(--card); overflow-wrap: anywhere; }
article h2 { margin: 0; }
pre { margin: .5rem 0 0; font: inherit; white-space: pre-wrap; }
`;
