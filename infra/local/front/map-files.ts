import { open, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LocalAnswer, LocalService } from './exchange.ts';

export interface MapFiles {
  /** A PMTiles file, served in ranges. */
  readonly tiles?: string | undefined;
  /** A folder of glyphs as MapLibre reads them: `<font>/<range>.pbf`. */
  readonly glyphs?: string | undefined;
}

const tilesBelow = '/map/tiles/';
const glyphsBelow = '/map/glyphs/';
/** One answer holds at most so much: PMTiles asks for tiles of some KB and directories of some more. */
const mostBytes = 8 * 2 ** 20;

/** Where the pages find them. */
export const tilesAddress = (file: string): string => tilesBelow + encodeURIComponent(basename(file));
export const glyphsAddress = `${glyphsBelow}{fontstack}/{range}.pbf`;

/** Serves one's own vector tiles and glyphs beside the pages. */
export function mapFiles({ tiles, glyphs }: MapFiles, headers: Readonly<Record<string, string>>): LocalService {
  return async ({ method, url, headers: asked }): Promise<LocalAnswer | undefined> => {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    if (tiles !== undefined && url.pathname === tilesAddress(tiles)) return rangeOf(tiles, asked['range'], headers);
    const glyph = /^\/map\/glyphs\/([^/]+)\/(\d+-\d+)\.pbf$/.exec(url.pathname);
    if (glyphs === undefined || !glyph) return undefined;
    const font = fontIn(glyph[1] ?? '');
    return font === undefined ? undefined : glyphAnswer(join(glyphs, font, `${glyph[2]}.pbf`), headers);
  };
}

/** RFC 9110 section 14: one range of bytes; without one the file is refused, as it may be of any size. */
async function rangeOf(file: string, range = '', headers: Readonly<Record<string, string>>): Promise<LocalAnswer> {
  const { size, mtimeMs } = await stat(file);
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  const from = Number(first);
  const to = Math.min(size - 1, last ? Number(last) : size - 1, from + mostBytes - 1);
  if (first === undefined || from > to) {
    return {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${size}` },
      body: 'Ask for a range of bytes.\n',
    };
  }
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(to - from + 1);
    await handle.read(bytes, 0, bytes.length, from);
    const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
    return {
      status: 206,
      headers: {
        ...headers,
        etag,
        'accept-ranges': 'bytes',
        'content-range': `bytes ${from}-${to}/${size}`,
        'content-type': 'application/octet-stream',
        'cache-control': 'no-cache',
      },
      body: bytes,
    };
  } finally {
    await handle.close();
  }
}

/** The name of a font, which is no way out of the folder. */
function fontIn(encoded: string): string | undefined {
  const [font = ''] = decodeURIComponent(encoded).split(',');
  return /^[\w -]+$/.test(font) ? font : undefined;
}

/** A range that the font does not have is an empty answer: the map writes the other letters. */
async function glyphAnswer(file: string, headers: Readonly<Record<string, string>>): Promise<LocalAnswer> {
  const body = await readFile(file).catch(() => Buffer.alloc(0));
  return {
    status: body.length > 0 ? 200 : 204,
    headers: { ...headers, 'content-type': 'application/x-protobuf', 'cache-control': 'public, max-age=86400' },
    body,
  };
}
