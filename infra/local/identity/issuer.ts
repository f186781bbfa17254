import { createHash, type webcrypto } from 'node:crypto';
import { importJWK, jwtVerify, SignJWT } from 'jose';
import type { Account } from './accounts.ts';
import type { SigningKey } from './signing-key.ts';

/** Never resolved: the verifier is given the keys. */
export const localIssuer = 'https://identity.fieldline.invalid/local';
export const localClientId = 'fieldline-local';
export const accessTokenSeconds = 900;

/** Signs tokens in Cognito's shape, which live by the clock of the machine that checks them. */
export interface Issuer {
  accessToken(account: Account): Promise<string>;
  refreshToken(account: Account): Promise<string>;
  /** The account name of a refresh token of ours; undefined where it is none or has ended. */
  accountOfRefreshToken(token: string): Promise<string | undefined>;
  readonly jwks: SigningKey['jwks'];
}

/** What a pool's trigger adds to the tokens of an account, which has this subject. */
export type AddedClaims = (account: Account, subject: string) => Promise<Readonly<Record<string, unknown>>>;

export function issuerWith(
  key: SigningKey,
  nowMs: () => number = Date.now,
  added: AddedClaims = tenantAndName,
): Issuer {
  const now = () => new Date(nowMs());
  const sign = (claims: Record<string, unknown>, account: Account, seconds: number) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: key.keyId })
      .setIssuer(localIssuer)
      .setSubject(subjectOf(account))
      .setIssuedAt(now())
      .setExpirationTime(new Date(nowMs() + seconds * 1000))
      .sign(key.privateKey);
  return {
    jwks: key.jwks,
    accessToken: async (account) => {
      const claims = { ...claimsOf(account), ...(await added(account, subjectOf(account))) };
      return sign(claims, account, accessTokenSeconds);
    },
    refreshToken: (account) => sign({ token_use: 'refresh', account: account.account }, account, 30 * 86_400),
    accountOfRefreshToken: async (token) => {
      try {
        const { payload } = await jwtVerify(token, ({ kid }) => publicKeyOf(key, kid), {
          issuer: localIssuer,
          currentDate: now(),
        });
        return payload.token_use === 'refresh' && typeof payload.account === 'string' ? payload.account : undefined;
      } catch {
        return undefined;
      }
    },
  };
}

/** What Cognito puts into every access token. */
function claimsOf({ account, roles }: Account): Record<string, unknown> {
  return {
    token_use: 'access',
    client_id: localClientId,
    scope: 'openid profile',
    username: account,
    'cognito:groups': [...roles],
  };
}

/** What the user pool's trigger adds in AWS. */
export const tenantAndName: AddedClaims = async ({ name, tenantId, technicianId }) => ({
  name,
  'custom:tenant': tenantId,
  ...(technicianId === undefined ? {} : { 'custom:technician': technicianId }),
});

/** Always the same for an account, in the form of Cognito's subjects; `technician` is the person it stands for. */
function subjectOf({ tenantId, account, technicianId }: Account): string {
  const hex = createHash('sha256')
    .update(`${tenantId}/${technicianId ?? account}`)
    .digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

async function publicKeyOf(key: SigningKey, keyId: string | undefined): Promise<webcrypto.CryptoKey> {
  const jwk = key.jwks.keys.find(({ kid }) => kid === keyId);
  if (!jwk) throw new Error('signed with another key');
  const imported = await importJWK(jwk, 'RS256');
  if (imported instanceof Uint8Array) throw new Error('no RSA key');
  return imported;
}
