import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { roadNetworkKey } from '../../../shared/protocol/road-network-key.ts';

/** Puts a network's file where functions look for it: a folder, or s3://BUCKET; gives where it lies. */
export async function storeNetwork(file: Uint8Array, name: string, to: string): Promise<string> {
  const key = roadNetworkKey(name);
  if (to.startsWith('s3://')) return putInBucket(file, key, to.slice('s3://'.length).replace(/\/$/, ''));
  const path = join(to, key);
  await mkdir(to, { recursive: true });
  // Beside it and then into its place: who reads it meanwhile has the old one whole.
  await writeFile(`${path}.part`, file);
  await rename(`${path}.part`, path);
  return path;
}

async function putInBucket(file: Uint8Array, key: string, bucket: string): Promise<string> {
  const { PutObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
  const Body = file;
  await new S3Client({}).send(
    new PutObjectCommand({ Bucket: bucket, Key: key, Body, ContentType: 'application/octet-stream' }),
  );
  return `s3://${bucket}/${key}`;
}
