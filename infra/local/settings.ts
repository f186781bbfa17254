import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalOptions } from './local-options.ts';

/** The root of the checkout. */
export const projectRoot = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Where the data of `npm start` lies. */
export const dataFolder = (environment: NodeJS.ProcessEnv): string =>
  resolve(environment.FIELDLINE_DATA ?? join(projectRoot, '.fieldline'));

/** Where the data of `npm run cloud` lies: its table is the cloud application's. */
export const cloudDataFolder = (environment: NodeJS.ProcessEnv): string => join(dataFolder(environment), 'cloud');

/** What the environment asks for: PORT, FIELDLINE_DATA, FIELDLINE_CLOCK, FIELDLINE_SIMULATOR, FIELDLINE_SEED, FIELDLINE_MAP_STYLE, FIELDLINE_MAP_GLYPHS, FIELDLINE_ROADS, FIELDLINE_ROUTING. */
export function settingsFrom(environment: NodeJS.ProcessEnv): LocalOptions {
  return {
    port: portFrom(environment.PORT),
    folder: dataFolder(environment),
    clock: environment.FIELDLINE_CLOCK ?? 'demonstration',
    simulator: environment.FIELDLINE_SIMULATOR !== 'off',
    ...(environment.FIELDLINE_SEED === undefined ? {} : { seed: environment.FIELDLINE_SEED }),
    ...(environment.FIELDLINE_MAP_STYLE === undefined ? {} : { mapStyle: environment.FIELDLINE_MAP_STYLE }),
    ...(environment.FIELDLINE_MAP_GLYPHS === undefined ? {} : { mapGlyphs: environment.FIELDLINE_MAP_GLYPHS }),
    ...(environment.FIELDLINE_ROADS === undefined ? {} : { roadNetwork: environment.FIELDLINE_ROADS }),
    ...(environment.FIELDLINE_ROUTING === undefined ? {} : { routingService: environment.FIELDLINE_ROUTING }),
    ...(environment.FIELDLINE_GEOCODER === undefined ? {} : { geocoder: environment.FIELDLINE_GEOCODER }),
  };
}

function portFrom(text = '4600'): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT is no port number: ${text}`);
  return port;
}
