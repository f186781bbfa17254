import { createIdentityVerifier, type IdentityVerifier } from '../../../functions/platform/identity.ts';
import type { Account } from './accounts.ts';
import { type AddedClaims, type Issuer, issuerWith, localClientId, localIssuer } from './issuer.ts';
import { type SignIn, signInWith } from './sign-in.ts';
import { openSigningKey } from './signing-key.ts';

/** Who may sign in, who issues the tokens, and the production verifier that is given the keys. */
export interface LocalIdentity {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly issuer: Issuer;
  readonly signIn: SignIn;
  readonly verifier: IdentityVerifier;
  token(account: string): Promise<string>;
}

export async function openLocalIdentity(
  folder: string,
  accounts: ReadonlyMap<string, Account>,
  nowMs: () => number,
  added: AddedClaims,
): Promise<LocalIdentity> {
  const issuer = issuerWith(await openSigningKey(folder), nowMs, added);
  const jwks = { keys: issuer.jwks.keys.map((key) => ({ ...key })) };
  return {
    accounts,
    issuer,
    signIn: signInWith(issuer, accounts, Date.now),
    verifier: createIdentityVerifier({ issuer: localIssuer, audience: localClientId, jwks }),
    token: async (name) => {
      const account = accounts.get(name);
      if (!account) throw new Error(`There is no account ${name}; there are ${[...accounts.keys()].join(', ')}`);
      return issuer.accessToken(account);
    },
  };
}
