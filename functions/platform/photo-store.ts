import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Photo } from '../../shared/model/photo.ts';
import { headBytes } from '../../shared/rules/begins-as.ts';
import type { Clock } from './clock.ts';
import type { Credentials } from './environment-credentials.ts';

export type PhotoFile = Pick<Photo, 'contentHash' | 'sizeBytes'> & { readonly type: Photo['type'] | 'application/pdf' };
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
  /** The first bytes of a file that is there. */
  headOf(tenantId: string, file: PhotoFile): Promise<Uint8Array | undefined>;
}

/** Where photos lie and who signs for them. */
export interface PhotoBucket {
  /** Address of the bucket without a slash at its end. */
  readonly url: string;
  readonly region: string;
  readonly credentials: () => Credentials;
  /** The real time: S3 compares it with its own. */
  readonly clock: Clock;
  readonly send?: typeof fetch;
}

/** Signs with the SDK's signer alone: S3's client would be a quarter of the bundle, and only heads are read from here. */
export const createPhotoStore = ({ url, region, credentials, clock, send = fetch }: PhotoBucket): PhotoStore => {
  const signer = new SignatureV4({
    service: 's3',
    region,
    credentials: async () => credentials(),
    sha256: Sha256,
    uriEscapePath: false,
  });
  const signed = async (method: 'GET' | 'PUT', key: string, expiresIn: number, held: Record<string, string> = {}) => {
    const { protocol, hostname, port, host, pathname } = new URL(`${url}/${key}`);
    const headers = { host, 'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD', ...held };
    const request = { method, protocol, hostname, path: pathname, query: {}, headers };
    // Unhoisted, so that the signature holds the uploader to these headers.
    const names = new Set(Object.keys(held));
    const { query = {} } = await signer.presign(
      { ...request, ...(port && { port: Number(port) }) },
      { expiresIn, signingDate: clock(), signableHeaders: new Set([...names, 'host']), unhoistableHeaders: names },
    );
    const fields = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`);
    return `${protocol}//${host}${pathname}?${fields.join('&')}`;
  };
  return {
    async uploadOf(tenantId, file) {
      const headers = {
        'content-type': file.type,
        'x-amz-checksum-sha256': Buffer.from(file.contentHash, 'hex').toString('base64'),
      };
      const held = { ...headers, 'content-length': String(file.sizeBytes) };
      return { url: await signed('PUT', photoKey(tenantId, file), 900, held), method: 'PUT', headers };
    },
    addressOf: (tenantId, file) => signed('GET', photoKey(tenantId, file), 300),
    async headOf(tenantId, file) {
      const address = await signed('GET', photoKey(tenantId, file), 60);
      const answer = await send(address, { headers: { range: `bytes=0-${headBytes - 1}` } });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      // Without the right to list, S3 answers 403 for what is not there.
      return answer.ok ? bytes.subarray(0, headBytes) : undefined;
    },
  };
};

/** The address of a bucket in AWS, or under an endpoint that stands in for S3. */
export const bucketUrlOf = (bucket: string, region: string, endpoint?: string): string =>
  endpoint === undefined
    ? `https://${bucket}.s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`
    : `${endpoint}/${bucket}`;

const photoKey = (tenantId: string, { contentHash }: PhotoFile): string => `${tenantId}/photos/${contentHash}`;

/** RFC 3986, as the signature reads it; stricter than encodeURIComponent. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
