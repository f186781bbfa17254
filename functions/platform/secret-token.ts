import { idOf } from '../../shared/model/entity.ts';
import { hash } from './hash.ts';

/** Gives cryptographically random bytes. */
export type RandomBytes = (size: number) => Uint8Array;

/** `<tenantId>.<43 base64url characters>`: 32 random bytes whose hash alone is kept. The tenant in it says where to look, and proves nothing. */
export const newSecret = (
  tenantId: string,
  randomBytes: RandomBytes,
): { readonly token: string; readonly hash: string } => {
  const token = `${tenantId}.${Buffer.from(randomBytes(32)).toString('base64url')}`;
  return { token, hash: hash(token) };
};

/** The same, for whom the hash is of no use yet. */
export const newSecretToken = (tenantId: string, randomBytes: RandomBytes): string =>
  newSecret(tenantId, randomBytes).token;

/** The tenant and the hash of a token of this form, undefined for anything else. */
export const readSecretToken = (token: string): { readonly tenantId: string; readonly hash: string } | undefined => {
  const [tenantId, secret, ...more] = token.split('.');
  if (!tenantId || !secret || more.length > 0) return undefined;
  if (!tenantIds.safeParse(tenantId).success || !/^[\w-]{43}$/.test(secret)) return undefined;
  return { tenantId, hash: hash(token) };
};

const tenantIds = idOf('tenant');
