import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { screenshot } from '../browser/chromium.ts';

export interface Look {
  /** What the picture is called: page, state and language. */
  readonly name: string;
  /** The narrowest window in which nothing may have to be scrolled sideways. */
  readonly narrowest: number;
  /** The whole page, where it is longer than the window. */
  readonly whole?: boolean;
}

const schemes = ['light', 'dark'] as const;
const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Looks at a state of a page in light and dark, keeps pictures, and says in words what is wrong with it. */
export const lookAt = async (page: Page, look: Look): Promise<string[]> => {
  const faults: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The page hears of it with its next frame; before, its map does not know that it is to be drawn anew.
    await settled(page);
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    await settled(page);
    await screenshot(page, `${look.name}-${colorScheme}`, { fullPage: look.whole ?? false });
    // Only contrast depends on the scheme.
    const broken = await brokenRules(page, colorScheme === 'light' ? everyRule : ['color-contrast']);
    faults.push(...broken.map((one) => `${look.name} ${colorScheme}: ${one}`));
  }
  const wide = await widthIn(page, look.narrowest);
  if (wide > look.narrowest) faults.push(`${look.name}: ${wide} px wide in a window of ${look.narrowest}`);
  return faults;
};

/** Two frames after fonts and styles are there. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });

const brokenRules = async (page: Page, values: readonly string[]): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const question = JSON.stringify({
    runOnly: { type: values.includes('color-contrast') ? 'rule' : 'tag', values },
    resultTypes: ['violations'],
  });
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(document, ${question})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id} ${any[0]?.message ?? ''} ${html}`));
};

const widthIn = async (page: Page, width: number): Promise<number> => {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: before?.height ?? 800 });
  await settled(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (before) await page.setViewportSize(before);
  return wide;
};
