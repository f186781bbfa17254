import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NetworkDown } from '../../../web/api/network-down.ts';
import { openStaffSession } from '../../../web/api/staff-session.ts';
import { SignInRefused } from '../../../web/api/token-request.ts';
import { aServer, json } from './a-server.ts';
import { MemoryStorage } from './memory-storage.ts';

const signIn = {
  authorizeUrl: '/local/oauth2/authorize',
  tokenUrl: '/local/oauth2/token',
  logoutUrl: '/local/logout',
  clientId: 'pages',
};

const claims = { sub: '1', name: 'Ana María', 'cognito:groups': ['technician'], 'custom:technician': 'te_1' };
const tokenNamed = (name: string): string =>
  ['{}', JSON.stringify({ ...claims, name }), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
const tokens = (name: string, more: object = {}) =>
  json({ access_token: tokenNamed(name), refresh_token: 'r', token_type: 'Bearer', expires_in: 900, ...more });

const aPage = (href: string) => ({
  href,
  left: '',
  leaveFor(address: string) {
    this.left = address;
  },
  showAddress(address: string) {
    this.href = address;
  },
});

const aPhone = (...answers: Parameters<typeof aServer>) => {
  const server = aServer(...answers);
  const device = { now: 1_000_000 };
  const shared = { signIn, keepIn: new MemoryStorage(), pendingIn: new MemoryStorage(), fetch: server.fetch };
  const open = (page = aPage('https://field.example/technician/')) =>
    openStaffSession({ ...shared, page, deviceNow: () => device.now });
  return { server, device, shared, open };
};

const signedIn = async (...answers: Parameters<typeof aServer>) => {
  const phone = aPhone(tokens('陈 Ana'), ...answers);
  const before = aPage('https://field.example/technician/#/appointment/ap_1');
  await phone.open(before);
  const state = new URL(before.left).searchParams.get('state');
  const after = aPage(`https://field.example/technician/?code=c1&state=${state}`);
  const session = await phone.open(after);
  if (session === undefined) throw new Error('expected to be signed in');
  return { ...phone, session, before, after };
};

describe('Signing in', () => {
  it('leaves for the identity provider with a challenge, and proves it with the code that comes back', async () => {
    const { before, server } = await signedIn();
    const left = new URL(before.left);
    expect(left.pathname).toBe('/local/oauth2/authorize');
    expect(left.searchParams.get('redirect_uri')).toBe('https://field.example/technician/');
    expect(left.searchParams.get('code_challenge_method')).toBe('S256');

    const form = new URLSearchParams(server.asked[0]?.body);
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    expect(proof).toBe(left.searchParams.get('code_challenge'));
    expect(form.get('grant_type')).toBe('authorization_code');
    expect(form.get('redirect_uri')).toBe('https://field.example/technician/');
  });

  it('comes back to the screen that asked, without the code in the address', async () => {
    const { after } = await signedIn();
    expect(after.href).toBe('https://field.example/technician/#/appointment/ap_1');
  });

  it('shows the screen that asked only when it could be loaded again at once', async () => {
    const phone = aPhone(tokens('陈 Ana'));
    const before = aPage('https://field.example/technician/#/appointment/ap_1');
    await phone.open(before);
    const state = new URL(before.left).searchParams.get('state');
    let again: Promise<unknown> | undefined;
    const after = aPage(`https://field.example/technician/?code=c1&state=${state}`);
    await phone.open({
      ...after,
      showAddress(address) {
        again = phone.open(aPage(address));
      },
    });
    expect(await again).toMatchObject({ account: { name: '陈 Ana' } });
  });

  it('begins anew without the used code when it was loaded again in the middle', async () => {
    const phone = aPhone();
    const page = aPage('https://field.example/technician/?code=used&state=s1');
    expect(await phone.open(page)).toBeUndefined();
    expect(page.left).not.toContain('used');
    expect(page.href).toBe('https://field.example/technician/');
  });

  it('shows who is signed in, in any script', async () => {
    const { session } = await signedIn();
    expect(session.account).toEqual({ name: '陈 Ana', roles: ['technician'], technicianId: 'te_1' });
  });

  it('refuses an answer that was not asked for', async () => {
    const phone = aPhone(tokens('陈 Ana'));
    await phone.open();
    await expect(phone.open(aPage('https://field.example/technician/?code=c1&state=forged'))).rejects.toBeInstanceOf(
      SignInRefused,
    );
    expect(phone.server.asked).toHaveLength(0);
  });

  it('survives a restart without asking again', async () => {
    const { open, server } = await signedIn();
    const again = await open();
    expect(await again?.token()).toBe(tokenNamed('陈 Ana'));
    expect(server.asked).toHaveLength(1);
  });
});

describe('A token that is about to end', () => {
  it('is renewed silently, once for all who ask at the same time', async () => {
    const { session, device, server } = await signedIn(tokens('second'));
    device.now += 850_000;
    const given = await Promise.all([session.token(), session.token(), session.token()]);
    expect(given).toEqual([tokenNamed('second'), tokenNamed('second'), tokenNamed('second')]);
    expect(server.asked).toHaveLength(2);
    expect(new URLSearchParams(server.asked[1]?.body).get('refresh_token')).toBe('r');
  });

  it('keeps its refresh token when the answer brings no new one, as Cognito does', async () => {
    const { session, server } = await signedIn(json({ access_token: tokenNamed('second'), expires_in: 900 }));
    expect(await session.renew()).toBe(true);
    await session.renew();
    expect(new URLSearchParams(server.asked[2]?.body).get('refresh_token')).toBe('r');
  });

  it('is kept while the network is down', async () => {
    const { session, device, open } = await signedIn(undefined);
    device.now += 900_000;
    await expect(session.token()).rejects.toBeInstanceOf(NetworkDown);
    expect(await open()).toBeDefined();
  });

  it('cannot be renewed when the provider refuses', async () => {
    const { session } = await signedIn(json({ error: 'invalid_grant' }, 400));
    expect(await session.renew()).toBe(false);
  });
});

describe('Signing out', () => {
  it('forgets the tokens and ends the session at the provider', async () => {
    const { session, shared, after } = await signedIn();
    session.signOut();
    expect(shared.keepIn.length).toBe(0);
    expect(new URL(after.left).pathname).toBe('/local/logout');
    expect(new URL(after.left).searchParams.get('logout_uri')).toBe('https://field.example/technician/');
  });
});
