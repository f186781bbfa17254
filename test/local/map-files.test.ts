import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapFiles } from '../../infra/local/front/map-files.ts';
import { mapSetting } from '../../infra/local/front/map-setting.ts';
import { pageHeaders } from '../../infra/local/front/pages-service.ts';
import { mapArguments } from '../../infra/local/map-arguments.ts';
import { mapOriginsOf } from '../../shared/protocol/web-config.ts';

let folder: string;
let tiles: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fieldline-map-'));
  tiles = join(folder, 'my city.pmtiles');
  await writeFile(tiles, 'PMTiles0123456789');
  await mkdir(join(folder, 'Noto Sans Regular'));
  await writeFile(join(folder, 'Noto Sans Regular', '0-255.pbf'), 'glyphs');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ask = (path: string, range?: string) =>
  mapFiles(
    { tiles, glyphs: folder },
    { 'x-content-type-options': 'nosniff' },
  )({
    method: 'GET',
    url: new URL(path, 'http://127.0.0.1'),
    headers: range === undefined ? {} : { range },
    body: Buffer.alloc(0),
  });
const address = '/map/tiles/my%20city.pmtiles';

describe('own tiles', () => {
  test('are served by the range of bytes that is asked for', async () => {
    const answer = await ask(address, 'bytes=7-10');
    expect(answer).toMatchObject({ status: 206, headers: { 'content-range': 'bytes 7-10/17' } });
    expect(String(answer?.body)).toBe('0123');
  });

  test('end where the file ends, and a range beyond it or none at all is refused', async () => {
    expect(await ask(address, 'bytes=10-99')).toMatchObject({
      status: 206,
      headers: { 'content-range': 'bytes 10-16/17' },
    });
    expect(await ask(address, 'bytes=17-20')).toMatchObject({
      status: 416,
      headers: { 'content-range': 'bytes */17' },
    });
    expect(await ask(address)).toMatchObject({ status: 416 });
  });

  test('bring glyphs from the folder of fonts and from nowhere else', async () => {
    expect(await ask('/map/glyphs/Noto%20Sans%20Regular/0-255.pbf')).toMatchObject({ status: 200 });
    expect(await ask('/map/glyphs/Noto%20Sans%20Regular/512-767.pbf')).toMatchObject({ status: 204 });
    expect(await ask('/map/glyphs/..%2F..%2Fetc/0-255.pbf')).toBeUndefined();
    expect(await ask('/map/tiles/other.pmtiles', 'bytes=0-1')).toBeUndefined();
  });
});

describe('the setting of the base map', () => {
  test('is OpenFreeMap where nothing is said, in light and dark, and the policy allows its host alone', () => {
    const { style } = mapSetting(undefined);
    expect(style).toMatchObject({ light: expect.stringContaining('positron'), dark: expect.stringContaining('dark') });
    expect(mapOriginsOf(style)).toEqual(['https://tiles.openfreemap.org']);
    const policy = pageHeaders('http://127.0.0.1:4600', style)['content-security-policy'];
    expect(policy).toContain("connect-src 'self' https://tiles.openfreemap.org ws:");
  });

  test('is our own drawing for none, and any other style for both themes', () => {
    expect(mapSetting('none')).toEqual({ style: undefined, files: {} });
    expect(mapSetting('https://maps.example/style.json').style).toEqual({
      light: 'https://maps.example/style.json',
      dark: 'https://maps.example/style.json',
    });
  });

  test('is tiles of one’s own from a file here, which needs no foreign origin, or from a bucket', () => {
    const here = mapSetting(tiles, folder);
    expect(here).toEqual({
      style: { tiles: address, glyphs: '/map/glyphs/{fontstack}/{range}.pbf' },
      files: { tiles, glyphs: folder },
    });
    expect(mapOriginsOf(here.style)).toEqual([]);
    const bucket = mapSetting('https://tiles.example/city.pmtiles?v=2').style;
    expect(bucket).toEqual({ tiles: 'https://tiles.example/city.pmtiles?v=2' });
    expect(mapOriginsOf(bucket)).toEqual(['https://tiles.example']);
  });

  test('names the file that is not there', () => {
    expect(() => mapSetting(join(folder, 'gone.pmtiles'))).toThrow('gone.pmtiles');
  });

  test('can be given by argument', () => {
    expect(mapArguments(['--tiles', 'city.pmtiles', '--glyphs', 'fonts'])).toEqual({
      mapStyle: 'city.pmtiles',
      mapGlyphs: 'fonts',
    });
    expect(mapArguments([])).toEqual({});
  });
});
