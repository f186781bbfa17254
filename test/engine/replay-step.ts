/** One call of a recorded or generated run. */
export interface Step {
  /** Operation name, as PutItem. */
  target: string;
  body: Record<string, unknown>;
  /** Follow LastEvaluatedKey to the end and compare the whole. */
  pages?: boolean;
  /** The order of the answer's items is not promised. */
  unordered?: boolean;
  /** The order is promised only by this attribute: ties may come either way. */
  sortedBy?: string;
}

/** What is compared of an answer: errors by name (and reasons), bodies with sets and ties put in one order. */
export interface ComparableAnswer {
  status: number;
  error?: string;
  /** For the reader; not compared. */
  message?: string;
  body?: unknown;
}

export type Call = (target: string, body: unknown) => Promise<{ status: number; body: unknown }>;
type Json = Record<string, unknown>;

/** Makes the call (with all its pages) and gives the comparable answer. */
export async function replayStep(call: Call, step: Step): Promise<ComparableAnswer> {
  const answers: { status: number; body: Json }[] = [];
  let start: unknown;
  do {
    const body = { ...structuredClone(step.body), ...(start ? { ExclusiveStartKey: start } : {}) };
    const answer = (await call(`DynamoDB_20120810.${step.target}`, body)) as { status: number; body: Json };
    answers.push(answer);
    start = answer.status === 200 ? answer.body['LastEvaluatedKey'] : undefined;
  } while (start && step.pages);
  const failed = answers.find(({ status }) => status !== 200);
  if (failed) return comparableError(failed.status, failed.body);
  const [first] = answers;
  const body = step.pages ? joined(answers.map((answer) => answer.body)) : (first?.body ?? {});
  return { status: 200, body: inOneOrder(body, step) };
}

function comparableError(status: number, body: Json): ComparableAnswer {
  const error = String(body['__type']).split('#').at(-1) ?? '';
  const reasons = body['CancellationReasons'] as Json[] | undefined;
  // AWS documents invalid actions as reasons of a cancelled transaction; DynamoDB Local often refuses the whole call.
  if (error === 'TransactionCanceledException' && !reasons?.every(({ Code }) => Code !== 'ValidationError'))
    return { status, error: 'ValidationException' };
  const detail: Json = {
    ...(body['Item'] ? { Item: body['Item'] } : {}),
    ...(reasons && { reasons: reasons.map(({ Code, Item }) => ({ Code, ...(Item ? { Item } : {}) })) }),
  };
  const message = String(body['message'] ?? body['Message']);
  return { status, error, message, ...(Object.keys(detail).length > 0 && { body: canonical(detail) }) };
}

function joined(pages: Json[]): Json {
  const sum = (name: string) => pages.reduce((total, page) => total + Number(page[name] ?? 0), 0);
  const items = pages.flatMap((page) => (page['Items'] as unknown[] | undefined) ?? []);
  return { Items: items, Count: sum('Count'), ScannedCount: sum('ScannedCount') };
}

function inOneOrder(body: Json, step: Step): unknown {
  const ordered = canonical(body) as Json;
  // DynamoDB Local reports units of writes and transactions that differ from AWS's price rules.
  if (step.target !== 'GetItem') delete ordered['ConsumedCapacity'];
  const sorted = (list: unknown) => [...(list as unknown[])].sort(byText);
  if (ordered['Items'] && (step.unordered || step.sortedBy))
    ordered['Items'] = step.unordered
      ? sorted(ordered['Items'])
      : sortedTies(ordered['Items'] as Json[], step.sortedBy);
  if (ordered['Attributes'] && reportsNested(step)) ordered['Attributes'] = Object.keys(ordered['Attributes']);
  if (step.unordered && ordered['Responses'])
    ordered['Responses'] = Object.fromEntries(
      Object.entries(ordered['Responses']).map(([t, list]) => [t, sorted(list)]),
    );
  return ordered;
}

// When such an update changes nothing at one of its paths, DynamoDB Local reports whole attributes instead of paths.
function reportsNested({ body }: Step): boolean {
  return String(body['ReturnValues']).startsWith('UPDATED') && /[.[]/.test(String(body['UpdateExpression']));
}

function sortedTies(items: Json[], name = ''): Json[] {
  const groups: Json[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.[0] && JSON.stringify(last[0][name]) === JSON.stringify(item[name])) last.push(item);
    else groups.push([item]);
  }
  return groups.flatMap((group) => group.sort(byText));
}

/** Objects by name and sets by content, so that equal answers are equal texts. */
export function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, below]): [string, unknown] => {
    const isSet = ['SS', 'NS', 'BS'].includes(name) && Array.isArray(below);
    if (name === 'N' && typeof below === 'string') return [name, plainNumber(below)];
    const members = isSet ? (below as string[]).map(name === 'NS' ? plainNumber : String) : [];
    return [name, isSet ? members.sort() : canonical(below)];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** DynamoDB Local gives numbers back as they were written (1e3, 1E+2); AWS and the engine give plain digits. */
function plainNumber(text: string): string {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace(/^[-+]/, '').split('.');
  const point = whole.length + Number(exponent);
  const digits = (whole + fraction).padStart(whole.length + fraction.length + Math.max(0, 1 - point), '0');
  const at = Math.max(point, 1);
  const left = digits
    .slice(0, at)
    .padEnd(at, '0')
    .replace(/^0+(?=\d)/, '');
  const right = digits.slice(at).replace(/0+$/, '');
  const plain = right ? `${left}.${right}` : left;
  return plain === '0' ? plain : sign + plain;
}

function byText(a: unknown, b: unknown): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
