import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import { roadNetworkKey } from '../../../shared/protocol/road-network-key.ts';
import type { PhotoBucket } from '../photo-store.ts';
import type { RoadFiles } from './road-files.ts';

/** Networks in S3, fetched with a signed request: S3's client would be a quarter of the bundle. */
export const roadBucket = (
  { url, region, credentials, clock }: PhotoBucket,
  request: typeof fetch = fetch,
): RoadFiles => {
  const signer = new SignatureV4({
    service: 's3',
    region,
    credentials: async () => credentials(),
    sha256: Sha256,
    uriEscapePath: false,
  });
  return {
    async read(name, knownTag) {
      const { protocol, hostname, port, host, pathname } = new URL(`${url}/${roadNetworkKey(name)}`);
      const signed = await signer.sign(
        {
          method: 'GET',
          protocol,
          hostname,
          path: pathname,
          query: {},
          headers: {
            host,
            'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
            ...(knownTag !== undefined && { 'if-none-match': knownTag }),
          },
          ...(port && { port: Number(port) }),
        },
        { signingDate: clock() },
      );
      const answer = await request(`${protocol}//${host}${pathname}`, { headers: signed.headers });
      if (answer.status === 304) return 'unchanged';
      // S3 says 403 for a missing key to who may not list the bucket.
      if (answer.status === 404 || answer.status === 403) return 'missing';
      if (!answer.ok) throw new Error(`S3 answered ${answer.status} for the road network ${name}`);
      return { tag: answer.headers.get('etag') ?? '', bytes: await answer.arrayBuffer() };
    },
  };
};
