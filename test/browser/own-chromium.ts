import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { chromiumArguments } from './chromium.ts';
import { findChromium } from './find-chromium.ts';

/** A Chromium with a folder of its own, which can be killed as a phone's browser is and started again upon the same memory. */
export interface OwnChromium {
  readonly context: BrowserContext;
  /** As a person closes it. */
  close(): Promise<void>;
  /** SIGKILL: nothing is written any more. */
  kill(): Promise<void>;
}

/** Starts it upon a folder. */
export const startOwnChromium = async (folder: string, more: readonly string[]): Promise<OwnChromium> => {
  const path = findChromium(process.env);
  if (!path) throw new Error('there is no Chromium: run `npm run chromium`, which finds or installs one');
  await mkdir(folder, { recursive: true });
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, '--lang=en-GB'];
  // A group of its own, so that its helpers die with it.
  const options: SpawnOptions = { detached: true, stdio: ['ignore', 'ignore', 'pipe'] };
  const running = spawn(path, [...chromiumArguments(), ...own, ...more, 'about:blank'], options);
  const browser: Browser = await chromium.connectOverCDP(await addressOf(running));
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no window');
  const ended = new Promise((done) => running.once('exit', done));
  return {
    context,
    async close() {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await ended;
    },
    async kill() {
      if (running.pid !== undefined && running.exitCode === null) process.kill(-running.pid, 'SIGKILL');
      await ended;
      await browser.close().catch(() => undefined);
    },
  };
};

const addressOf = (running: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    running.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    running.once('exit', () => reject(new Error(`Chromium ended: ${said}`)));
  });
