import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalAnswer, type LocalRequest, type LocalService, textAnswer } from '../front/exchange.ts';
import type { LocalCredentials } from './local-credentials.ts';
import { presignedFaultOf } from './presigned-fault.ts';

/** Where the stand-in of S3 answers, on the pages' own origin. */
export const photoBucketPath = '/local/photos';

/** S3 as presigned addresses use it: puts and gets one file whose address, type, length and checksum were signed. */
export function photoBucketService(
  folder: string,
  credentials: LocalCredentials,
  nowMs: () => number = Date.now,
): LocalService {
  return async (request) => {
    if (!request.url.pathname.startsWith(`${photoBucketPath}/`)) return undefined;
    if (request.method !== 'PUT' && request.method !== 'GET') return textAnswer(405, 'Only PUT and GET.');
    const fault = presignedFaultOf(request, credentials, nowMs()) ?? bodyFaultOf(request);
    if (fault !== undefined) return textAnswer(403, fault);
    const file = join(folder, createHash('sha256').update(request.url.pathname).digest('hex'));
    return request.method === 'PUT' ? keep(folder, file, request) : give(file, request);
  };
}

/** The signature holds the headers; this holds the body to the headers. */
function bodyFaultOf({ method, headers, body, url }: LocalRequest): string | undefined {
  if (method !== 'PUT') return undefined;
  const checksum = headers['x-amz-checksum-sha256'] ?? url.searchParams.get('x-amz-checksum-sha256');
  const actual = createHash('sha256').update(body).digest('base64');
  if (checksum !== actual) return 'The content is not what its checksum says.';
  return Number(headers['content-length']) === body.length ? undefined : 'The length is not what was signed.';
}

async function keep(folder: string, file: string, { headers, body }: LocalRequest): Promise<LocalAnswer> {
  await mkdir(folder, { recursive: true });
  await writeFile(`${file}.type`, headers['content-type'] ?? 'application/octet-stream');
  await writeFile(`${file}.draft`, body);
  await rename(`${file}.draft`, file);
  return { status: 200, headers: { etag: `"${createHash('md5').update(body).digest('hex')}"` } };
}

/** Of a range only its end is heard: nobody asks for a middle. */
async function give(file: string, { headers: { range } }: LocalRequest): Promise<LocalAnswer> {
  try {
    const [body, type] = await Promise.all([readFile(file), readFile(`${file}.type`, 'utf8')]);
    const headers = {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=300',
    };
    const last = /^bytes=0-(\d+)$/.exec(range ?? '')?.[1];
    if (last === undefined) return { status: 200, headers, body };
    return { status: 206, headers, body: body.subarray(0, Number(last) + 1) };
  } catch {
    return textAnswer(404, 'There is no such file yet.');
  }
}
