import { S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { createPhotoStore } from '../../../functions/platform/photo-store.ts';

const tenantId = 'tn_01J00000000000000000000001';
const contentHash = 'ab'.repeat(32);
const client = new S3Client({
  region: 'eu-west-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  requestChecksumCalculation: 'WHEN_REQUIRED',
});

test('an upload is signed for exactly one key, type, size and content', async () => {
  const store = createPhotoStore(client, 'photos');
  const { url, headers } = await store.uploadOf(tenantId, { contentHash, type: 'image/jpeg', sizeBytes: 1234 });
  const { pathname, searchParams } = new URL(url);
  expect(pathname.endsWith(`/${tenantId}/photos/${contentHash}`)).toBe(true);
  const signed = searchParams.get('X-Amz-SignedHeaders')?.split(';');
  expect(signed).toEqual(expect.arrayContaining(['content-length', 'content-type', 'x-amz-checksum-sha256']));
  expect(headers['x-amz-checksum-sha256']).toBe(Buffer.from(contentHash, 'hex').toString('base64'));
  expect(searchParams.get('X-Amz-Expires')).toBe('900');
});
