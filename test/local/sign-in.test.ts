import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdentityVerifier } from '../../functions/platform/identity.ts';
import { type Account, demonstrationAccounts } from '../../infra/local/identity/accounts.ts';
import { type Issuer, issuerWith, localClientId, localIssuer } from '../../infra/local/identity/issuer.ts';
import { type SignIn, signInWith } from '../../infra/local/identity/sign-in.ts';
import { openSigningKey } from '../../infra/local/identity/signing-key.ts';
import { anId } from '../builders/an-id.ts';

const origin = 'http://127.0.0.1:4600';
const verifier = 'v'.repeat(50);
const codeChallenge = createHash('sha256').update(verifier).digest('base64url');
const ana = { id: anId('technician'), name: 'Ana Ribeiro' };
const company = { tenantId: anId('tenant'), name: 'Harbor Field Service', technicians: [ana] };
const other = { tenantId: anId('tenant'), name: 'Beacon Lift Care', technicians: [] };
const accounts = demonstrationAccounts(company, other);

let folder = '';
let issuer: Issuer;
let signIn: SignIn;
let realNow = Date.now();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldline-identity-'));
  issuer = issuerWith(await openSigningKey(folder));
  signIn = signInWith(issuer, accounts, () => realNow);
});
afterAll(() => rm(folder, { recursive: true }));

const accountNamed = (name: string): Account => {
  const account = accounts.get(name);
  if (!account) throw new Error(`no ${name}`);
  return account;
};
const aQuery = (changes: Record<string, string> = {}) =>
  new URLSearchParams({
    response_type: 'code',
    client_id: localClientId,
    redirect_uri: `${origin}/dispatch/`,
    state: 's1',
    code_challenge: codeChallenge,
    code_challenge_method: 'S256',
    ...changes,
  });
/** The form that the page sends for its tokens after the account was chosen. */
const chosen = (account: string): URLSearchParams => {
  const asked = signIn.authorizeRequest(aQuery(), origin);
  if (!asked.ok) throw new Error(asked.reason);
  const back = new URL(signIn.choose(asked.request, accountNamed(account)));
  expect(back.searchParams.get('state')).toBe('s1');
  return new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: localClientId,
    code: back.searchParams.get('code') ?? '',
    code_verifier: verifier,
    redirect_uri: `${origin}/dispatch/`,
  });
};
const callerOf = (token: string) =>
  createIdentityVerifier({
    issuer: localIssuer,
    audience: localClientId,
    jwks: { keys: issuer.jwks.keys.map((key) => ({ ...key })) },
  })(token);

test('whoever chooses the dispatcher gets a token that the production verifier reads as the dispatcher', async () => {
  const answer = await signIn.exchange(chosen('dispatcher'));
  if (!answer.ok) throw new Error(answer.reason);
  expect(answer.tokens).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
  const caller = await callerOf(answer.tokens.access_token);
  expect(caller).toMatchObject({ tenantId: company.tenantId, roles: ['dispatcher'] });
  expect(caller.technicianId).toBeUndefined();
});

test('technician is the first technician, with the same subject as under his own name', async () => {
  const first = await callerOf(await issuer.accessToken(accountNamed('technician')));
  const named = await callerOf(await issuer.accessToken(accountNamed('technician-ana')));
  expect(first).toMatchObject({ technicianId: ana.id, name: 'Ana Ribeiro', roles: ['technician'] });
  expect(named.accountId).toBe(first.accountId);
});

test('the other dispatcher belongs to the other company', async () => {
  expect(await callerOf(await issuer.accessToken(accountNamed('other-dispatcher')))).toMatchObject({
    tenantId: other.tenantId,
  });
});

test('a refresh token gives new tokens, and opens nothing by itself', async () => {
  const first = await signIn.exchange(chosen('agent'));
  if (!first.ok) throw new Error(first.reason);
  const again = await signIn.exchange(
    new URLSearchParams({ grant_type: 'refresh_token', refresh_token: first.tokens.refresh_token }),
  );
  expect(again.ok && (await callerOf(again.tokens.access_token)).roles).toEqual(['agent']);
  await expect(callerOf(first.tokens.refresh_token)).rejects.toThrow();
});

test('an access token does not serve as a refresh token', async () => {
  const refresh_token = await issuer.accessToken(accountNamed('agent'));
  const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token });
  expect(await signIn.exchange(form)).toEqual({ ok: false, reason: 'invalid_grant' });
});

test('a code serves once', async () => {
  const form = chosen('manager');
  expect((await signIn.exchange(form)).ok).toBe(true);
  expect((await signIn.exchange(form)).ok).toBe(false);
});

test('a code is worth nothing with another verifier, another page, or after a minute', async () => {
  const wrongVerifier = chosen('manager');
  wrongVerifier.set('code_verifier', 'x'.repeat(50));
  expect((await signIn.exchange(wrongVerifier)).ok).toBe(false);
  const otherPage = chosen('manager');
  otherPage.set('redirect_uri', `${origin}/technician/`);
  expect((await signIn.exchange(otherPage)).ok).toBe(false);
  const late = chosen('manager');
  realNow += 61_000;
  expect((await signIn.exchange(late)).ok).toBe(false);
});

test('a request to be sent elsewhere, without challenge or for another client is refused', () => {
  const reasonFor = (changes: Record<string, string>) => {
    const asked = signIn.authorizeRequest(aQuery(changes), origin);
    return asked.ok ? 'accepted' : asked.reason;
  };
  expect(reasonFor({})).toBe('accepted');
  expect(reasonFor({ redirect_uri: 'https://evil.example/' })).toContain('redirect_uri');
  expect(reasonFor({ redirect_uri: `${origin}.evil.example/` })).toContain('redirect_uri');
  expect(reasonFor({ code_challenge_method: 'plain' })).toContain('S256');
  expect(reasonFor({ client_id: 'other' })).toContain('client_id');
  expect(reasonFor({ response_type: 'token' })).toContain('response_type');
});

test('the key is kept over a restart, readable by its owner only', async () => {
  const token = await issuer.accessToken(accountNamed('clerk'));
  issuer = issuerWith(await openSigningKey(folder));
  expect((await callerOf(token)).roles).toEqual(['clerk']);
  expect((await stat(join(folder, 'signing-key.json'))).mode & 0o077).toBe(0);
});
