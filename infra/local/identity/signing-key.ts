import type { webcrypto } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { writeSecret } from '../write-secret.ts';

/** The issuer's key: made once, kept in the data folder, readable by its owner only. */
export interface SigningKey {
  readonly privateKey: webcrypto.CryptoKey;
  /** What a verifier needs. */
  readonly jwks: { readonly keys: readonly (JWK & { kid: string; alg: string; use: string; kty: string })[] };
  readonly keyId: string;
}

const keyId = 'local-1';

/** Opens the key of this data folder, or makes it. */
export async function openSigningKey(folder: string): Promise<SigningKey> {
  const file = join(folder, 'signing-key.json');
  const jwk = await readFile(file, 'utf8').then(parsedJwk, () => makeKey(file));
  const privateKey = await importJWK(jwk, 'RS256');
  if (privateKey instanceof Uint8Array) throw new Error(`${file} holds no RSA key`);
  const { kty = 'RSA', n, e } = jwk;
  if (n === undefined || e === undefined) throw new Error(`${file} holds no RSA key`);
  return { privateKey, keyId, jwks: { keys: [{ kty, n, e, kid: keyId, alg: 'RS256', use: 'sig' }] } };
}

async function makeKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  await writeSecret(file, JSON.stringify(jwk));
  return jwk;
}

const parsedJwk = (text: string): JWK => JSON.parse(text) as JWK; // written by makeKey
