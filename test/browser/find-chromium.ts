import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const fixedPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The first Chromium that can be started: $CHROMIUM, then the usual places, then the search path, then Playwright's own. */
export const findChromium = (environment: NodeJS.ProcessEnv): string | undefined =>
  [
    ...(environment['CHROMIUM'] ? [environment['CHROMIUM']] : []),
    ...fixedPlaces,
    ...onSearchPath(environment['PATH'] ?? ''),
    ...playwrightOwn(),
  ].find(canStart);

const onSearchPath = (path: string): string[] =>
  path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, name)));

const playwrightOwn = (): string[] => {
  try {
    return [chromium.executablePath()];
  } catch {
    // Playwright has no build for this system; the other places still count.
    return [];
  }
};

const canStart = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
