import { parseArgs } from 'node:util';
import type { LocalOptions } from './local-options.ts';

/** `npm start -- --tiles FILE.pmtiles --glyphs FOLDER`: the base map by argument, before what the environment says. */
export function mapArguments(args: readonly string[]): Pick<LocalOptions, 'mapStyle' | 'mapGlyphs'> {
  const { values } = parseArgs({
    args: [...args],
    options: { tiles: { type: 'string' }, glyphs: { type: 'string' } },
  });
  return {
    ...(values.tiles === undefined ? {} : { mapStyle: values.tiles }),
    ...(values.glyphs === undefined ? {} : { mapGlyphs: values.glyphs }),
  };
}
