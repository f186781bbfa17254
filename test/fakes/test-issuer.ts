import { generateKeyPair, exportJWK, SignJWT, type CryptoKey } from 'jose';
import { createIdentityVerifier, type IdentityVerifier } from '../../functions/platform/identity.ts';
import type { Role } from '../../shared/protocol/endpoint.ts';

export const testIssuer = 'https://issuer.test/fieldline';
export const testAudience = 'fieldline-test';

export interface TokenWish {
  readonly tenantId: string;
  readonly roles: readonly Role[];
  readonly accountId?: string;
  readonly technicianId?: string | undefined;
  /** Anything that shall differ from a good token. */
  readonly claims?: Record<string, unknown>;
}

export interface TestIssuer {
  readonly verifier: IdentityVerifier;
  /** As an attacker would have it: the published key. */
  readonly publicKey: string;
  token(wish: TokenWish): Promise<string>;
  /** A token by another issuer's key under the same key id. */
  forged(wish: TokenWish): Promise<string>;
}

/** An issuer with keys of its own, whose tokens of twelve hours the product's verifier reads as it reads Cognito's. */
export const createTestIssuer = async (nowMs: () => number = Date.now): Promise<TestIssuer> => {
  const [own, other] = await Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256')]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig' } as const;
  const verifier = createIdentityVerifier({
    issuer: testIssuer,
    audience: testAudience,
    jwks: { keys: [{ ...jwk, kty: 'RSA' }] },
  });
  return {
    verifier,
    publicKey: JSON.stringify(jwk),
    token: (wish) => signed(own.privateKey, nowMs(), wish),
    forged: (wish) => signed(other.privateKey, nowMs(), wish),
  };
};

const signed = (
  key: CryptoKey,
  nowMs: number,
  { tenantId, roles, accountId, technicianId, claims }: TokenWish,
): Promise<string> =>
  new SignJWT({
    sub: accountId ?? `account-${roles.join('-')}`,
    name: `Test ${roles.join(' ')}`,
    'cognito:groups': roles,
    'custom:tenant': tenantId,
    ...(technicianId !== undefined && { 'custom:technician': technicianId }),
    token_use: 'access',
    client_id: testAudience,
    iss: testIssuer,
    iat: Math.floor(nowMs / 1000),
    exp: Math.floor(nowMs / 1000) + 12 * 3600,
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
    .sign(key);
