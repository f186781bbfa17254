import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

type HttpHandler = (event: APIGatewayProxyEventV2, context?: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** Below this it fits into one packet anyway. */
const worthBytes = 1400;

/** Compresses the answer for who takes gzip: the gateway does not, and the edge only compresses what it may keep. */
export const compressed =
  (handler: HttpHandler): HttpHandler =>
  async (event, context) => {
    const { body = '', headers, ...answer } = await handler(event, context);
    const isWorth = !answer.isBase64Encoded && Buffer.byteLength(body) >= worthBytes;
    const varied = { ...headers, vary: 'accept-encoding' };
    if (!isWorth || !takesGzip(event.headers['accept-encoding'])) return { ...answer, headers: varied, body };
    const zipped = await zip(body);
    return {
      ...answer,
      headers: { ...varied, 'content-encoding': 'gzip' },
      body: zipped.toString('base64'),
      isBase64Encoded: true,
    };
  };

const zip = promisify(gzip);

/** RFC 9110, 12.5.3: named by itself or by *, and not with weight zero. */
const takesGzip = (accepted = ''): boolean => {
  const weights = new Map(
    accepted.split(',').map((one) => {
      const [coding = '', weight = 'q=1'] = one.toLowerCase().split(';');
      return [coding.trim(), Number(weight.trim().replace(/^q=/, ''))] as const;
    }),
  );
  return (weights.get('gzip') ?? weights.get('*') ?? 0) > 0;
};
