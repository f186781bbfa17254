import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { startLocal } from '../../infra/local/local.ts';
import { startOwnChromium } from '../../test/browser/own-chromium.ts';
import { LoopbackNetwork } from '../../test/journey/loopback-network.ts';
import { tuesdayMorning } from '../../test/journey/people.ts';

/** A technician's phone before the running product, all its requests through a network of a quality that is set. */
export interface TechniciansPhone {
  /** As the built pages are served. */
  readonly address: string;
  readonly network: LoopbackNetwork;
  /** His day on a browser that was started just now and holds what the one before kept; `slowed` times slower than this machine. */
  restarted(slowed: number): Promise<OpenedPage>;
  /** The same signed in, but with nothing else kept: no files, no data. */
  emptied(): Promise<OpenedPage>;
  /** A page nobody ever signed in on. */
  unknown(): Promise<OpenedPage>;
  chromium(): string;
  end(): Promise<void>;
}

export interface OpenedPage {
  readonly page: Page;
  /** Seconds from asking for the page until what is waited for is in sight. */
  secondsUntil(seen: (page: Page) => Promise<void>): Promise<number>;
  close(): Promise<void>;
}

/** The next stop with its next action. */
export const daySeen = (page: Page): Promise<void> =>
  page
    .getByRole('button', { name: /^(ACCEPT|START TRAVEL|ARRIVED|COMPLETE)$/ })
    .first()
    .waitFor();

/** Signs in once on a good network and lets the page keep itself. */
export const openTechniciansPhone = async (): Promise<TechniciansPhone> => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-phone-'));
  const say = () => undefined;
  const settings = { port: 0, clock: tuesdayMorning, simulator: false, mapStyle: 'none', say } as const;
  const fieldline = await startLocal({ ...settings, folder: join(folder, 'data') });
  const network = await LoopbackNetwork.open();
  const start = () => startOwnChromium(join(folder, 'browser'), network.chromiumArguments);
  let browser = await start();
  const address = `${fieldline.url}/technician/`;
  const opened = (page: Page, close: () => Promise<void>): OpenedPage => ({
    page,
    close,
    secondsUntil: until(page, address),
  });
  const unused = async (storageState: Storage) => {
    const context = await browser.context.browser()?.newContext({ ...view, storageState });
    if (!context) throw new Error('Chromium has gone');
    return opened(await context.newPage(), () => context.close());
  };
  const first = await browser.context.newPage();
  await first.goto(address);
  await first.getByRole('button', { name: technician }).click();
  await daySeen(first);
  await first.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
  const signIn = signInOnly(await browser.context.storageState());
  return {
    address,
    network,
    async restarted(slowed) {
      await browser.close();
      browser = await start();
      const page = await browser.context.newPage();
      const session = await browser.context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
      return opened(page, () => page.close());
    },
    emptied: () => unused(signIn),
    unknown: () => unused(nothing),
    chromium: () => browser.context.browser()?.version() ?? '',
    async end() {
      await browser.kill();
      network.close();
      await fieldline.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

export const technician = 'Ana Ribeiro';
const view = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-GB' } as const;

type Storage = Awaited<ReturnType<BrowserContext['storageState']>>;
const nothing: Storage = { cookies: [], origins: [] };

/** Who is signed in, without the mark by which the page would miss what it had kept. */
const signInOnly = ({ cookies, origins }: Storage): Storage => ({
  cookies,
  origins: origins.map(({ origin, localStorage }) => ({
    origin,
    localStorage: localStorage.filter(({ name }) => name.startsWith('fieldline.tokens.')),
  })),
});

const until =
  (page: Page, address: string): OpenedPage['secondsUntil'] =>
  async (seen) => {
    const from = performance.now();
    await page.goto(address, { waitUntil: 'commit', timeout: 120_000 });
    await seen(page);
    return (performance.now() - from) / 1000;
  };
