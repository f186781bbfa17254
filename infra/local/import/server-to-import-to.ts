import { randomUUID } from 'node:crypto';
import { startLocal } from '../local.ts';
import type { LocalOptions } from '../local-options.ts';
import type { AskServer } from './import-file.ts';

export interface ImportServer {
  readonly ask: AskServer;
  close(): Promise<void>;
}

/** The server that runs at the address, or one in this process on the data folder when none answers. */
export async function serverToImportTo(url: string, settings: LocalOptions): Promise<ImportServer> {
  if (await answers(url)) return { ask: askAt(url, () => tokenFrom(url)), close: async () => {} };
  console.log(`Nothing answers at ${url}: opening ${settings.folder} here.`);
  const local = await startLocal({ ...settings, port: 0, simulator: false });
  return { ask: askAt(local.url, () => local.token('administrator')), close: () => local.stop() };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false;
  }
}

function askAt(url: string, token: () => Promise<string>): AskServer {
  return async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        authorization: `Bearer ${await token()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  };
}

async function tokenFrom(url: string): Promise<string> {
  const response = await fetch(`${url}/local/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'administrator' }),
  });
  const answer: unknown = await response.json();
  const token =
    typeof answer === 'object' && answer !== null && 'access_token' in answer ? answer.access_token : undefined;
  if (typeof token !== 'string') throw new Error(`${url} gives no tokens: is it a Fieldline on one machine?`);
  return token;
}
