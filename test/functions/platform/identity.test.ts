import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createTestIssuer, type TestIssuer } from '../../fakes/test-issuer.ts';

const tenantId = 'tn_01J00000000000000000000001';
const wish = { tenantId, roles: ['dispatcher'] } as const;
let issuer: TestIssuer;

beforeAll(async () => {
  issuer = await createTestIssuer();
});

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const refused = (token: string) => expect(issuer.verifier(token)).rejects.toMatchObject({ code: 'unauthenticated' });

test('a good token tells tenant, account, name and roles, and leaves out groups that are no roles', async () => {
  const token = await issuer.token({ ...wish, claims: { 'cognito:groups': ['dispatcher', 'eu-west-1_x_Google'] } });
  await expect(issuer.verifier(token)).resolves.toEqual({
    tenantId,
    accountId: 'account-dispatcher',
    name: 'Test dispatcher',
    roles: ['dispatcher'],
  });
});

describe('a token is refused', () => {
  test('signed by another key under the same key id', async () => refused(await issuer.forged(wish)));

  test('changed after it was signed', async () => {
    const [head, body = '', signature] = (await issuer.token(wish)).split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    await refused([head, part({ ...claims, 'cognito:groups': ['administrator'] }), signature].join('.'));
  });

  test('without any signature (algorithm none)', async () => {
    const [, body] = (await issuer.token(wish)).split('.');
    await refused(`${part({ alg: 'none', kid: 'key-1' })}.${body}.`);
  });

  test('signed with the public key as a shared secret (HS256)', async () => {
    const [, body] = (await issuer.token(wish)).split('.');
    const signed = `${part({ alg: 'HS256', kid: 'key-1' })}.${body}`;
    await refused(`${signed}.${createHmac('sha256', issuer.publicKey).update(signed).digest('base64url')}`);
  });

  test.each([
    ['of another issuer', { iss: 'https://issuer.test/other' }],
    ['that has expired', { exp: 1_700_000_000 }],
    ['that is an id token', { token_use: 'id', aud: 'fieldline-test' }],
    ['made for another client', { client_id: 'another' }],
    ['without a tenant', { 'custom:tenant': undefined }],
    ['whose tenant is no id', { 'custom:tenant': 'T#other' }],
  ])('%s', async (_what, claims) => refused(await issuer.token({ ...wish, claims })));

  test.each(['', 'x', 'a.b', 'a.b.c', '...'])('that is none: "%s"', (token) => refused(token));
});
