import { createHash } from 'node:crypto';
import type { EngineCore } from './engine-core.ts';
import type { Row } from './ordered-store.ts';
import { AFTER, timeText } from './row-keys.ts';
import { WireError } from './wire-error.ts';

/** A ClientRequestToken answers for ten minutes (API reference of TransactWriteItems). */
const TOKEN_MS = 10 * 60 * 1000;

interface KeptToken {
  digest: string;
  untilMs: number;
}

/** What makes two requests the same: everything but the token and the wish for capacity figures. */
export function requestDigest(body: unknown): string {
  const {
    ClientRequestToken: _token,
    ReturnConsumedCapacity: _detail,
    ...rest
  } = Object(body) as Record<string, unknown>;
  return createHash('sha1').update(JSON.stringify(rest)).digest('base64');
}

/** Whether this very request was done under this token; throws when another one was. */
export function tokenSeen(core: EngineCore, token: string | undefined, digest: string): boolean {
  const text = token === undefined ? undefined : core.store.latest(`k/${token}`);
  if (text === undefined) return false;
  const kept = JSON.parse(text) as KeptToken;
  if (kept.untilMs <= core.now()) return false;
  if (kept.digest === digest) return true;
  throw new WireError(
    'IdempotentParameterMismatchException',
    'Request parameters do not match those of a previous request with the same client token',
  );
}

/** The rows that keep a token, one by name and one by time. */
export function tokenRows(core: EngineCore, token: string | undefined, digest: string): Row[] {
  if (!token) return [];
  const untilMs = core.now() + TOKEN_MS;
  const kept: KeptToken = { digest, untilMs };
  return [
    { key: `k/${token}`, value: JSON.stringify(kept) },
    { key: `e/${timeText(untilMs)}/${token}`, value: token },
  ];
}

/** Forgets tokens whose time is over. */
export async function forgetTokens(core: EngineCore): Promise<void> {
  const rows: Row[] = [];
  for await (const [key, token] of core.store.entries({ gte: 'e/', lt: `e/${timeText(core.now())}${AFTER}` })) {
    rows.push({ key, value: undefined });
    // The token may have been used anew since; then its younger row keeps it.
    const text = core.store.latest(`k/${token}`);
    if (text !== undefined && (JSON.parse(text) as KeptToken).untilMs <= core.now())
      rows.push({ key: `k/${token}`, value: undefined });
  }
  await core.store.commit(rows);
}
