/** The page to read the API document and try each operation, in the language that the browser prefers of the two that there are. */
export const page = (acceptLanguage = ''): string => {
  const wanted = acceptLanguage.split(',').map((one) => one.trim().slice(0, 2).toLowerCase());
  return pageIn(wanted.find((one) => one === 'zh' || one === 'en') === 'zh' ? zh : en);
};

const en = {
  lang: 'en',
  about: [
    'Made from ',
    'the OpenAPI document',
    '. Choose an operation, fill in what it asks for, and send it to this server.',
  ],
  token: 'Bearer token',
  filter: 'Filter',
  loading: 'Loading…',
  /** For the script: what it writes itself. */
  body: 'Body',
  schema: 'Schema',
  send: 'Send',
  sending: 'Sending…',
  required: 'required',
} as const;

type Words = { readonly [Name in keyof typeof en]: Name extends 'about' ? readonly [string, string, string] : string };

const zh: Words = {
  lang: 'zh',
  about: ['由 ', 'OpenAPI 文档', ' 生成。选择一项操作，填写所需内容，然后发送到本服务器。'],
  token: '访问令牌（Bearer）',
  filter: '筛选',
  loading: '加载中…',
  body: '请求体',
  schema: '结构',
  send: '发送',
  sending: '发送中…',
  required: '必填',
};

const pageIn = ({
  lang,
  about,
  token,
  filter,
  loading,
  body,
  schema,
  send,
  sending,
  required,
}: Words): string => `<!doctype html>
<html lang="${lang}">
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
    <p>${about[0]}<a href="/openapi.json">${about[1]}</a>${about[2]}</p>
    <label>${token} <input id="token" autocomplete="off" spellcheck="false"></label>
    <label>${filter} <input id="filter" type="search"></label>
  </header>
  <main id="operations" data-body="${body}" data-schema="${schema}" data-send="${send}" data-sending="${sending}" data-required="${required}"><p>${loading}</p></main>
</body>
</html>
`;
