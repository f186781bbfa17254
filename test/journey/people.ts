import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Local } from '../../infra/local/local-options.ts';
import { launchChromium } from '../browser/chromium.ts';
import { type Host, oneMachine } from './hosts.ts';

/** The product and the people before their screens. */
export interface People {
  readonly fieldline: Local;
  /** Where the product keeps its data. */
  readonly folder: string;
  /** A page of its own in a browser context of its own; what goes wrong in it is kept in `complaints`. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same, signed in with the demonstration account of that name. */
  signIn(path: string, name: string, options?: BrowserContextOptions): Promise<Page>;
  /** Errors that pages threw and rules of the content security policy that they broke. */
  readonly complaints: string[];
  /** Every page that was opened, in order. */
  readonly pages: Page[];
  leave(): Promise<void>;
}

export const desk = { viewport: { width: 1440, height: 900 } } as const;
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
export const smallPhone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const;

/** A Tuesday, 10:00 in Boston. */
export const tuesdayMorning = '2026-05-12T14:00:00.000Z';

/** Starts the product in an empty folder, without simulated technicians, and a browser. */
export const gatherPeople = async (host: Host = oneMachine, clock: string = tuesdayMorning): Promise<People> => {
  const folder = await mkdtemp(join(tmpdir(), 'fieldline-journey-'));
  const say = () => undefined;
  const fieldline = await host.start({ port: 0, folder, clock, simulator: false, mapStyle: 'none', say });
  const browser: Browser = await launchChromium();
  const complaints: string[] = [];
  const pages: Page[] = [];
  const open: People['open'] = async (address, options) => {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    pages.push(page);
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && message.text().includes('Content Security Policy'))
        complaints.push(message.text());
    });
    await page.goto(new URL(address, `${fieldline.url}/`).href);
    return page;
  };
  return {
    fieldline,
    folder,
    open,
    complaints,
    pages,
    async signIn(path, name, options) {
      const page = await open(path, options);
      await page.getByRole('button', { name }).click();
      await page.waitForURL((url) => url.pathname === path && !url.searchParams.has('code'));
      return page;
    },
    async leave() {
      await browser.close();
      await fieldline.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
