/** A server that answers in turn as it was told; `undefined` is a lost network. What it was asked is kept. */
export interface AskedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

type Answer = Response | undefined | (() => Response);

export const aServer = (...answers: Answer[]) => {
  const asked: AskedRequest[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    asked.push({
      method: init?.method ?? 'GET',
      url: String(input),
      headers: new Headers(init?.headers),
      body: init?.body === undefined || init.body === null ? undefined : String(init.body),
    });
    if (init?.signal?.aborted) throw init.signal.reason;
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === undefined) throw new TypeError('fetch failed');
    return typeof answer === 'function' ? answer() : answer.clone();
  };
  return { fetch, asked };
};

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers });

export const problem = (code: string, status: number, more: object = {}): Response =>
  json({ type: 'about:blank', title: code, status, code, ...more }, status);
