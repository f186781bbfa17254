import type { Page } from 'playwright-core';
import { lookAtForms, type Look } from './look-at.ts';
import { sentencesOf } from './words-of.ts';

/**
 * Looks at one state of the console in both languages, which change under it as they do for whoever chooses another one.
 * `data` are words of the company's own that happen to be the console's too.
 */
export const lookInBoth = async (page: Page, look: Look & { readonly data?: readonly string[] }): Promise<string[]> => {
  const english = new Set<string>();
  const forms = languages.map((language) => ({
    name: `${look.name}-${language}`,
    show: async () => {
      await speak(page, language);
      if (language === 'zh') for (const words of await leftInEnglish(page)) english.add(words);
    },
  }));
  const faults = await lookAtForms(page, look, forms);
  await speak(page, 'en');
  for (const words of look.data ?? []) english.delete(words);
  return [...faults, ...[...english].map((words) => `${look.name}: “${words}” is left in English`)];
};

const languages = ['en', 'zh'] as const;

/** Chooses the language as another window of the same browser would. */
export const speak = async (page: Page, language: 'en' | 'zh'): Promise<void> => {
  await page.evaluate((chosen) => {
    localStorage.setItem('fieldline.language', chosen);
    dispatchEvent(new StorageEvent('storage', { key: 'fieldline.language' }));
  }, language);
  await page.locator(`html[lang=${language}]`).waitFor();
};

/** Sentences of the console that are seen in English although there is another one in Chinese. */
const leftInEnglish = async (page: Page): Promise<string[]> => {
  const sentences = await englishAlone();
  const shown = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      // What was told a moment ago stays in the words in which it was told.
      if (parentElement?.checkVisibility() && !parentElement.closest('.toasts')) texts.push((textContent ?? '').trim());
    }
    return texts;
  });
  return [...new Set(shown)].filter((text) => sentences.has(text));
};

let known: Promise<ReadonlySet<string>> | undefined;
const englishAlone = () =>
  (known ??= Promise.all([sentencesOf('dispatch', 'en'), sentencesOf('dispatch', 'zh')]).then(([en, zh]) => {
    const chinese = new Set(zh);
    return new Set(en.filter((text) => !chinese.has(text)));
  }));
