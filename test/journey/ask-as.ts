import type { Local } from '../../infra/local/local-options.ts';

/** What the API answers to somebody of the demonstration, beside the pages. */
export const askAs =
  (fieldline: Local, account: string) =>
  async (path: string, body?: object, method: string = body ? 'POST' : 'GET') => {
    const answer = await fetch(`${fieldline.url}/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${await fieldline.token(account)}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: answer.status === 204 ? undefined : await answer.json() };
  };
