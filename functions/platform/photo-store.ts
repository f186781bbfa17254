import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Photo } from '../../shared/model/photo.ts';

type PhotoFile = Pick<Photo, 'contentHash' | 'type' | 'sizeBytes'>;
export interface Upload {
  readonly url: string;
  readonly method: 'PUT';
  readonly headers: Record<string, string>;
}

/** Signs addresses with which a browser puts or gets one file of one tenant, and no other. */
export interface PhotoStore {
  /** Takes exactly this content: type, size and SHA-256 are signed. Ends after 15 minutes. */
  uploadOf(tenantId: string, file: PhotoFile): Promise<Upload>;
  /** Ends after five minutes. */
  addressOf(tenantId: string, file: PhotoFile): Promise<string>;
}

export const createPhotoStore = (client: S3Client, bucket: string): PhotoStore => ({
  async uploadOf(tenantId, file) {
    const checksum = Buffer.from(file.contentHash, 'hex').toString('base64');
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: photoKey(tenantId, file),
      ContentType: file.type,
      ContentLength: file.sizeBytes,
      ChecksumSHA256: checksum,
    });
    // Unhoisted, so that the signature holds the uploader to these headers.
    const signed = new Set(['content-type', 'content-length', 'x-amz-checksum-sha256']);
    const url = await getSignedUrl(client, command, {
      expiresIn: 900,
      signableHeaders: signed,
      unhoistableHeaders: signed,
    });
    return { url, method: 'PUT', headers: { 'content-type': file.type, 'x-amz-checksum-sha256': checksum } };
  },
  addressOf: (tenantId, file) =>
    getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: photoKey(tenantId, file) }), { expiresIn: 300 }),
});

const photoKey = (tenantId: string, { contentHash }: PhotoFile): string => `${tenantId}/photos/${contentHash}`;
