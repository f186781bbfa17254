import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MapStyle } from '../../../shared/protocol/web-config.ts';
import { glyphsAddress, tilesAddress, type MapFiles } from './map-files.ts';

/** What lies under our map, for the pages and for who serves it. */
export interface MapSetting {
  readonly style: MapStyle | undefined;
  readonly files: MapFiles;
}

/** Open, without a key: https://openfreemap.org. */
const openFreeMap = {
  light: 'https://tiles.openfreemap.org/styles/positron',
  dark: 'https://tiles.openfreemap.org/styles/dark',
};

/**
 * The one setting of the base map: nothing for OpenFreeMap, `none` for our own drawing, the address of a style, or
 * PMTiles as an address or as a file here; throws where the file is not there.
 */
export function mapSetting(setting: string | undefined, glyphsFolder?: string): MapSetting {
  const glyphs = glyphsFolder === undefined ? {} : { glyphs: glyphsAddress };
  if (setting === undefined) return { style: openFreeMap, files: {} };
  if (setting === 'none') return { style: undefined, files: {} };
  const files = glyphsFolder === undefined ? {} : { glyphs: existing(glyphsFolder) };
  if (!/\.pmtiles$/i.test(setting.split('?')[0] ?? '')) return { style: { light: setting, dark: setting }, files: {} };
  if (/^https?:/.test(setting)) return { style: { tiles: setting, ...glyphs }, files };
  const tiles = existing(setting);
  return { style: { tiles: tilesAddress(tiles), ...glyphs }, files: { ...files, tiles } };
}

function existing(path: string): string {
  const whole = resolve(path);
  if (!existsSync(whole)) throw new Error(`There is no ${whole} for the map`);
  return whole;
}
