import { describe, expect, it } from 'vitest';
import { contentHashOf } from '../../../web/api/content-hash.ts';
import { NetworkDown } from '../../../web/api/network-down.ts';
import { upload } from '../../../web/api/upload.ts';
import { aServer } from './a-server.ts';

describe('A photo', () => {
  it('is named by the SHA-256 of its content', async () => {
    // FIPS 180-4, the example "abc".
    expect(await contentHashOf(new Blob(['abc']))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  const to = {
    url: 'https://bucket.example/key?signature',
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg' },
  } as const;

  it('is put to the given address with the given headers and no token', async () => {
    const server = aServer(new Response(null, { status: 200 }));
    await upload(to, new Blob(['abc']), server.fetch);
    expect(server.asked[0]).toMatchObject({ method: 'PUT', url: to.url });
    expect(server.asked[0]?.headers.get('content-type')).toBe('image/jpeg');
    expect(server.asked[0]?.headers.has('authorization')).toBe(false);
  });

  it('that the bucket refuses is no success', async () => {
    const server = aServer(new Response('<Error/>', { status: 403 }));
    await expect(upload(to, new Blob(['abc']), server.fetch)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('that gets lost can be sent again', async () => {
    await expect(upload(to, new Blob(['abc']), aServer(undefined).fetch)).rejects.toBeInstanceOf(NetworkDown);
  });
});
