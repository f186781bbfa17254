import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { LocalRequest } from '../front/exchange.ts';
import type { LocalCredentials } from './local-credentials.ts';

/** Why a presigned address is not honoured; undefined when its signature is right (AWS Signature Version 4, query form). */
export function presignedFaultOf(
  request: LocalRequest,
  credentials: LocalCredentials,
  nowMs: number,
): string | undefined {
  const query = request.url.searchParams;
  const signedAt = query.get('X-Amz-Date') ?? '';
  const [accessKeyId, ...scope] = (query.get('X-Amz-Credential') ?? '').split('/');
  if (accessKeyId !== credentials.accessKeyId) return 'This address was not signed here.';
  const endsAt = epochOf(signedAt) + Number(query.get('X-Amz-Expires')) * 1000;
  if (!(nowMs <= endsAt)) return 'This address has ended.';
  const text = ['AWS4-HMAC-SHA256', signedAt, scope.join('/'), sha256(canonicalRequest(request))].join('\n');
  const key = scope.reduce<Buffer | string>((from, part) => hmac(from, part), `AWS4${credentials.secretAccessKey}`);
  const expected = hmac(key, text);
  const given = Buffer.from(query.get('X-Amz-Signature') ?? '', 'hex');
  const right = given.length === expected.length && timingSafeEqual(given, expected);
  return right ? undefined : 'The signature does not fit this request.';
}

function canonicalRequest({ method, url, headers }: LocalRequest): string {
  const signedHeaders = (url.searchParams.get('X-Amz-SignedHeaders') ?? '').split(';');
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort();
  return [
    method,
    url.pathname,
    query.join('&'),
    ...signedHeaders.map((name) => `${name}:${(headers[name] ?? '').trim()}`),
    '',
    signedHeaders.join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
}

/** RFC 3986, which is stricter than encodeURIComponent. */
const encoded = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: Buffer | string, text: string) => createHmac('sha256', key).update(text).digest();
const epochOf = (basic: string) =>
  Date.parse(basic.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
