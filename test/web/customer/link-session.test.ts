import { describe, expect, it } from 'vitest';
import { createApi } from '../../../web/api/api.ts';
import { NetworkDown } from '../../../web/api/network-down.ts';
import { noSession } from '../../../web/api/session.ts';
import { openLinkSession } from '../../../web/customer/link-session.ts';
import { aServer, json, problem } from '../api/a-server.ts';
import { MemoryStorage } from '../api/memory-storage.ts';

const token = `tn_01J.${'a'.repeat(43)}`;
const opened = (session: string) => json({ session, scope: 'visit', expiresAt: '2026-05-12T15:00:00.000Z' }, 201);

const aTab = (...answers: Parameters<typeof aServer>) => {
  const server = aServer(...answers);
  const api = createApi({ session: noSession, fetch: server.fetch, pause: async () => {} });
  const storage = new MemoryStorage();
  const open = async (fragment: string) => {
    const page = { fragment, hidden: false, storage, hideFragment: () => (page.hidden = true) };
    return { result: await openLinkSession(page, api), page };
  };
  return { server, storage, open };
};

describe('A customer link', () => {
  it('is exchanged for a session, and its secret leaves the address', async () => {
    const { open, server } = aTab(opened('s1'));
    const { result, page } = await open(`#${token}`);
    expect(page.hidden).toBe(true);
    expect(JSON.parse(server.asked[0]?.body ?? '')).toEqual({ token });
    if (!result.ok) throw new Error('expected a session');
    expect(result.session.scope).toBe('visit');
    expect(await result.session.token()).toBe('s1');
  });

  it('survives loading the page again', async () => {
    const { open, server } = aTab(opened('s1'));
    await open(`#${token}`);
    const { result } = await open('');
    expect(result.ok && (await result.session.token())).toBe('s1');
    expect(server.asked).toHaveLength(1);
  });

  it('is exchanged again when the session of an hour has run out', async () => {
    const { open } = aTab(opened('s1'), opened('s2'));
    const { result } = await open(`#${token}`);
    if (!result.ok) throw new Error('expected a session');
    expect(await result.session.renew()).toBe(true);
    expect(await result.session.token()).toBe('s2');
  });

  it('gives way to another link opened in the same tab', async () => {
    const { open } = aTab(opened('s1'), opened('s2'));
    await open(`#${token}`);
    const { result } = await open(`#${token.replaceAll('a', 'b')}`);
    expect(result.ok && (await result.session.token())).toBe('s2');
  });

  it('that has ended is told apart from a lost network', async () => {
    expect((await aTab(problem('link-ended', 410)).open(`#${token}`)).result).toEqual({ ok: false, reason: 'ended' });
    await expect(aTab(undefined).open(`#${token}`)).rejects.toBeInstanceOf(NetworkDown);
  });

  it('that ends while the page is open cannot be renewed', async () => {
    const { open } = aTab(opened('s1'), problem('link-ended', 410));
    const { result } = await open(`#${token}`);
    expect(result.ok && (await result.session.renew())).toBe(false);
  });

  it('without its secret opens nothing and asks nothing', async () => {
    const { open, server } = aTab(opened('s1'));
    expect((await open('')).result).toEqual({ ok: false, reason: 'no-link' });
    expect(server.asked).toHaveLength(0);
  });
});
