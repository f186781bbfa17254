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

/** A form of the same state that is looked at as well, and how to get there. */
export interface LookedForm {
  readonly name: string;
  readonly show: () => Promise<void>;
}

const everyRule = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Looks at a state of a page in light and dark, keeps pictures, and says in words what is wrong with it. */
export const lookAt = (page: Page, look: Look): Promise<string[]> =>
  lookAtForms(page, look, [{ name: look.name, show: () => Promise.resolve() }]);

/** The same of several forms of a state, such as its languages; the map is drawn anew but once for each scheme of colours. */
export const lookAtForms = async (page: Page, look: Look, forms: readonly LookedForm[]): Promise<string[]> => {
  const faults: string[] = [];
  const seen = [
    { colorScheme: 'light', forms, rules: everyRule },
    // Only contrast depends on the scheme.
    { colorScheme: 'dark', forms: [...forms].reverse(), rules: ['color-contrast'] },
  ] as const;
  for (const { colorScheme, forms: inOrder, rules } of seen) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The page hears of it with its next frame; before, its map does not know that it is to be drawn anew.
    await settled(page);
    for (const { name, show } of inOrder) {
      await show();
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      await settled(page);
      await screenshot(page, `${name}-${colorScheme}`, { fullPage: look.whole ?? false });
      const broken = await brokenRules(page, rules);
      faults.push(...broken.map((one) => `${name} ${colorScheme}: ${one}`));
    }
  }
  return [...faults, ...(await tooWide(page, look.narrowest, forms))];
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

/** In which forms something has to be scrolled sideways in a window of that width. */
const tooWide = async (page: Page, width: number, forms: readonly LookedForm[]): Promise<string[]> => {
  const before = page.viewportSize();
  const faults: string[] = [];
  await page.setViewportSize({ width, height: before?.height ?? 800 });
  for (const { name, show } of forms) {
    await show();
    await settled(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) faults.push(`${name}: ${wide} px wide in a window of ${width}`);
  }
  if (before) await page.setViewportSize(before);
  return faults;
};
