/** The behaviour of the API page. It builds with text nodes only, so that nothing in an answer is ever taken for markup. */
export const pageScript = `
const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const words = document.querySelector('#operations').dataset;
const api = await (await fetch('/openapi.json')).json();
const resolved = (schema) => schema?.$ref ? resolved(api.components.schemas[schema.$ref.split('/').at(-1)]) : schema ?? {};

const exampleOf = (given, depth = 0) => {
  const schema = resolved(given);
  if (depth > 6) return null;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const one = schema.anyOf?.[0] ?? schema.oneOf?.[0];
  if (one) return exampleOf(one, depth + 1);
  switch (schema.type) {
    case 'object': return Object.fromEntries(Object.entries(schema.properties ?? {})
      .filter(([name]) => schema.required?.includes(name))
      .map(([name, field]) => [name, exampleOf(field, depth + 1)]));
    case 'array': return (schema.prefixItems ?? (schema.minItems ? [schema.items] : [])).map((item) => exampleOf(item, depth + 1));
    case 'integer': return Math.max(schema.minimum ?? 1, 1);
    case 'number': return 1;
    case 'boolean': return true;
    case 'string': return schema.format === 'date-time' ? new Date().toISOString() : schema.format === 'date' ? new Date().toISOString().slice(0, 10) : 'text';
    default: return {};
  }
};

const send = async (method, path, operation, inputs, body, shown) => {
  const values = Object.fromEntries(inputs.map(({ parameter, input }) => [parameter.name, { parameter, value: input.value }]));
  let address = path.replace(/\\{(\\w+)\\}/g, (_, name) => encodeURIComponent(values[name].value));
  const query = new URLSearchParams();
  const headers = {};
  for (const { parameter, value } of Object.values(values)) {
    if (value && parameter.in === 'query') query.set(parameter.name, value);
    if (value && parameter.in === 'header') headers[parameter.name] = value;
  }
  if (query.size) address += '?' + query;
  const token = document.querySelector('#token').value.trim();
  if (token) headers.authorization = 'Bearer ' + token;
  if (body) headers['content-type'] = 'application/json';
  shown.textContent = words.sending;
  try {
    const answer = await fetch(address, { method: method.toUpperCase(), headers, ...(body && { body: body.value }) });
    const text = await answer.text();
    let pretty = text;
    try { pretty = JSON.stringify(JSON.parse(text), null, 2); } catch { /* shown as it is */ }
    shown.textContent = answer.status + ' ' + answer.statusText + '\\n' + [...answer.headers].map(([n, v]) => n + ': ' + v).join('\\n') + '\\n\\n' + pretty;
  } catch (error) {
    shown.textContent = String(error);
  }
};

const operationElement = (path, method, operation) => {
  const inputs = (operation.parameters ?? []).map((parameter) => {
    const input = element('input', { autocomplete: 'off', spellcheck: false });
    return { parameter, input, label: element('label', {}, parameter.name + ' (' + parameter.in + (parameter.required ? ', ' + words.required + ')' : ')'), input) };
  });
  const bodySchema = operation.requestBody?.content['application/json'].schema;
  const body = bodySchema && element('textarea', { spellcheck: false, value: JSON.stringify(exampleOf(bodySchema), null, 2) });
  const shown = element('pre', { ariaLive: 'polite' });
  const button = element('button', { type: 'button', onclick: () => send(method, path, operation, inputs, body, shown) }, words.send);
  const inner = element('div', { className: 'inner' }, element('p', {}, operation.description ?? ''), ...inputs.map(({ label }) => label));
  if (body) inner.append(element('label', {}, words.body, body), element('details', {}, element('summary', {}, words.schema), element('pre', {}, JSON.stringify(bodySchema, null, 2))));
  inner.append(button, shown);
  const made = element('details', {}, element('summary', {}, element('span', { className: 'method' }, method.toUpperCase()), element('code', {}, path), ' ' + operation.summary), inner);
  made.dataset.words = (method + ' ' + path + ' ' + operation.summary + ' ' + operation.operationId).toLowerCase();
  return made;
};

const groups = new Map();
for (const [path, methods] of Object.entries(api.paths)) {
  for (const [method, operation] of Object.entries(methods)) {
    const tag = operation.tags[0];
    if (!groups.has(tag)) groups.set(tag, element('section', {}, element('h2', {}, tag)));
    groups.get(tag).append(operationElement(path, method, operation));
  }
}
document.querySelector('#operations').replaceChildren(...groups.values());
document.querySelector('#filter').addEventListener('input', (event) => {
  const words = event.target.value.toLowerCase();
  for (const section of groups.values()) {
    const operations = [...section.querySelectorAll('[data-words]')];
    for (const one of operations) one.hidden = !one.dataset.words.includes(words);
    section.hidden = operations.every((one) => one.hidden);
  }
});
`;
