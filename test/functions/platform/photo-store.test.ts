import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { expect, test } from 'vitest';
import { bucketUrlOf, createPhotoStore } from '../../../functions/platform/photo-store.ts';

const tenantId = 'tn_01J00000000000000000000001';
const contentHash = 'ab'.repeat(32);
const file = { contentHash, type: 'image/jpeg', sizeBytes: 1234 } as const;
const region = 'eu-west-1';
const credentials = { accessKeyId: 'test', secretAccessKey: 'test', sessionToken: 'a/b+c=' };
const now = new Date('2026-05-12T14:00:00Z');
const store = createPhotoStore({
  url: bucketUrlOf('photos', region),
  region,
  credentials: () => credentials,
  clock: () => now,
});

test('an upload is signed for exactly one key, type, size and content', async () => {
  const { url, headers } = await store.uploadOf(tenantId, file);
  const { pathname, searchParams } = new URL(url);
  expect(pathname).toBe(`/${tenantId}/photos/${contentHash}`);
  const signed = searchParams.get('X-Amz-SignedHeaders');
  expect(signed).toBe('content-length;content-type;host;x-amz-checksum-sha256');
  expect(headers['x-amz-checksum-sha256']).toBe(Buffer.from(contentHash, 'hex').toString('base64'));
  expect(searchParams.get('X-Amz-Expires')).toBe('900');
});

test('addresses are signed as the client of S3 itself signs them', async () => {
  const client = new S3Client({
    region,
    credentials,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  // The client marks its operation in the query, which says nothing to S3 but would be signed with the rest.
  client.middlewareStack.add(
    (next) => (args) => {
      const { request } = args;
      if (typeof request === 'object' && request && 'query' in request) request.query = {};
      return next(args);
    },
    { step: 'build' },
  );
  const object = { Bucket: 'photos', Key: `${tenantId}/photos/${contentHash}` };
  const names = new Set(['content-type', 'content-length', 'x-amz-checksum-sha256']);
  const put = new PutObjectCommand({
    ...object,
    ContentType: file.type,
    ContentLength: file.sizeBytes,
    ChecksumSHA256: Buffer.from(contentHash, 'hex').toString('base64'),
  });
  const options = { expiresIn: 900, signingDate: now };
  const theirs = await getSignedUrl(client, put, { ...options, signableHeaders: names, unhoistableHeaders: names });
  const theirGet = await getSignedUrl(client, new GetObjectCommand(object), { ...options, expiresIn: 300 });
  expect(signedFor(await store.addressOf(tenantId, file))).toEqual(signedFor(theirGet));
  expect(signedFor((await store.uploadOf(tenantId, file)).url)).toEqual(signedFor(theirs));
});

test('a bucket of China has its address there', () => {
  expect(bucketUrlOf('photos', 'cn-north-1')).toBe('https://photos.s3.cn-north-1.amazonaws.com.cn');
});

const signedFor = (url: string) => {
  const { origin, pathname, searchParams } = new URL(url);
  return { origin, pathname, query: Object.fromEntries(searchParams) };
};
