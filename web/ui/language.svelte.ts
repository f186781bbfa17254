import type { Language } from '../../shared/model/scalar.ts';

export const languages = ['en', 'zh'] as const satisfies readonly Language[];

class LanguageChoice {
  #current: Language = $state(rememberedLanguage());

  constructor() {
    // What is chosen in one window is spoken in all.
    globalThis.window?.addEventListener('storage', ({ key }) => {
      if (key === storageKey) this.#show(rememberedLanguage());
    });
  }

  get current(): Language {
    return this.#current;
  }

  choose(language: Language): void {
    localStorage.setItem(storageKey, language);
    this.#show(language);
  }

  #show(language: Language): void {
    this.#current = language;
    document.documentElement.lang = language;
  }
}

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type BaseKey<Key> = Key extends `${infer Base}.${PluralForm}` ? Base : Key;
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type TextOf<Messages, Key> = {
  [K in keyof Messages]: BaseKey<K> extends Key ? Messages[K] : never;
}[keyof Messages];
type Values<Names extends string> = [Names] extends [never] ? [] : [Readonly<Record<Names, string | number>>];

export type Translate<Messages> = <Key extends BaseKey<keyof Messages> & string>(
  key: Key,
  ...values: Values<NamesIn<TextOf<Messages, Key>>>
) => string;

/**
 * Gives `t('key', { name: value })` over one page's sentences, following the chosen language. Keys ending in `.one` and
 * `.other` are plural forms of one sentence, picked by its `count`.
 */
export const createMessages = <const Messages extends Readonly<Record<string, string>>>(byLanguage: {
  readonly en: Messages;
  readonly zh: Readonly<Record<keyof Messages, string>>;
}): Translate<Messages> => {
  const tables: Record<Language, Readonly<Record<string, string>>> = byLanguage;
  return (key, ...[values]) => {
    const table = tables[language.current];
    const given: Readonly<Record<string, string | number>> = values ?? {};
    return fill(table[key] ?? pluralForm(table, key, given['count']) ?? key, given);
  };
};

const storageKey = 'fieldline.language';

function rememberedLanguage(): Language {
  const wanted = [globalThis.localStorage?.getItem(storageKey) ?? '', ...(globalThis.navigator?.languages ?? [])];
  for (const tag of wanted) {
    const known = languages.find((language) => tag.toLowerCase().startsWith(language));
    if (known) return known;
  }
  return 'en';
}

const pluralRules = { en: new Intl.PluralRules('en'), zh: new Intl.PluralRules('zh') };
const numbers = { en: new Intl.NumberFormat('en'), zh: new Intl.NumberFormat('zh') };

const pluralForm = (table: Readonly<Record<string, string>>, key: string, count: string | number | undefined) =>
  table[`${key}.${pluralRules[language.current].select(Number(count ?? 0))}`] ?? table[`${key}.other`];

const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? numbers[language.current].format(value) : value;
  });

/** The language of this page: remembered, else the browser's. */
export const language = new LanguageChoice();
if (globalThis.document) document.documentElement.lang = language.current;
