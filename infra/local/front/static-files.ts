import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { createHash } from 'node:crypto';
import { type LocalAnswer, type LocalService, redirectTo } from './exchange.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};
const compressed = promisify(gzip);

interface KeptFile {
  readonly plain: Buffer;
  readonly gzipped: Buffer | undefined;
  readonly etag: string;
}

/** Serves the built pages of a folder with the given headers; what carries a hash in its name may be kept for ever. */
export function staticFiles(folder: string, headers: Readonly<Record<string, string>>): LocalService {
  const kept = new Map<string, Promise<KeptFile | undefined>>();
  const fileAt = (path: string) => {
    const known = kept.get(path) ?? readKept(join(folder, path));
    kept.set(path, known);
    return known;
  };
  return async ({ method, url, headers: asked }): Promise<LocalAnswer | undefined> => {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    const path = safePath(url.pathname);
    if (path === undefined) return undefined;
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const file = await fileAt(name);
    if (!file) {
      const asFolder = extname(path) === '' && (await fileAt(`${path}/index.html`));
      return asFolder ? redirectTo(`${url.pathname}/${url.search}`, 308) : undefined;
    }
    const zipped = file.gzipped && /\bgzip\b/.test(asked['accept-encoding'] ?? '') ? file.gzipped : undefined;
    const shared = {
      ...headers,
      etag: file.etag,
      vary: 'accept-encoding',
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    };
    if (asked['if-none-match'] === file.etag) return { status: 304, headers: shared };
    if (zipped) return { status: 200, headers: { ...shared, 'content-encoding': 'gzip' }, body: zipped };
    return { status: 200, headers: shared, body: file.plain };
  };
}

/** The path below the folder, beginning with a slash; undefined where it would lead out of it. */
function safePath(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes('\0') || normalize(path).split(sep).includes('..') ? undefined : normalize(path);
  } catch {
    return undefined;
  }
}

async function readKept(file: string): Promise<KeptFile | undefined> {
  try {
    const plain = await readFile(file);
    const worth = plain.length > 1000 && /text|javascript|json|svg/.test(types[extname(file)] ?? '');
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    return { plain, gzipped: worth ? await compressed(plain) : undefined, etag };
  } catch {
    return undefined;
  }
}
