import { Hono } from 'hono';
import { securityHeaders } from '../../shared/protocol/security-headers.ts';
import { docsScript } from './docs-script.ts';
import { docsStyle } from './docs-style.ts';

/** A page to read the API document and try each operation: three files of our own, nothing inline, nothing from elsewhere. */
export const docsPage = (): Hono => {
  const page = new Hono();
  const headers = securityHeaders({ map: [], sockets: [], uploads: [] });
  page.get('/', (context) => context.body(html, 200, { ...headers, 'content-type': 'text/html; charset=utf-8' }));
  page.get('/docs.js', (context) =>
    context.body(docsScript, 200, { ...headers, 'content-type': 'text/javascript; charset=utf-8' }),
  );
  page.get('/docs.css', (context) =>
    context.body(docsStyle, 200, { ...headers, 'content-type': 'text/css; charset=utf-8' }),
  );
  return page;
};

const html = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Fieldline API</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="/docs/docs.css">
  <script type="module" src="/docs/docs.js"></script>
</head>
<body>
  <header>
    <h1>Fieldline API</h1>
    <p>Made from <a href="/openapi.json">the OpenAPI document</a>. Choose an operation, fill in what it asks for, and send it to this server.</p>
    <label>Bearer token <input id="token" autocomplete="off" spellcheck="false"></label>
    <label>Filter <input id="filter" type="search"></label>
  </header>
  <main id="operations"><p>Loading…</p></main>
</body>
</html>
`;
