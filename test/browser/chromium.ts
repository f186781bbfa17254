import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page, type PageScreenshotOptions } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

const screenshots = fileURLToPath(new URL('../out/screenshots/', import.meta.url));

/** A headless Chromium that draws maps (WebGL) in software and calls nobody of its own accord. */
export const launchChromium = async (): Promise<Browser> => {
  const executablePath = findChromium(process.env);
  if (!executablePath) throw new Error('there is no Chromium: run `npm run chromium`, which finds or installs one');
  return chromium.launch({ executablePath, args: chromiumArguments() });
};

export const chromiumArguments = (): string[] => [...drawInSoftware, ...stayQuiet, ...inContainer()];

/** Keeps what the page shows in test/out/screenshots/<name>.png and answers the path. */
export const screenshot = async (
  page: Page,
  name: string,
  options: Pick<PageScreenshotOptions, 'fullPage'> = {},
): Promise<string> => {
  await mkdir(screenshots, { recursive: true });
  const path = `${screenshots}${name}.png`;
  await page.screenshot({ path, ...options });
  return path;
};

// Maps are drawn by a processor that plays a graphics card; the page around them costs a third if it is painted without one.
const drawInSoftware = [
  ...['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  ...['--disable-gpu-compositing', '--disable-gpu-rasterization'],
];
const stayQuiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
// Chromium's sandbox refuses to run as root, and a container's /dev/shm is often too small for a page.
const inContainer = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : []);
