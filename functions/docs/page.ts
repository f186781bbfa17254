/** The page to read the API document and try each operation. */
export const page = `<!doctype html>
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
