export type Theme = 'system' | 'light' | 'dark' | 'sunlight';

/** The page's colours: as the system has them unless chosen here; remembered per device. */
class ThemeChoice {
  #chosen: Theme = $state(rememberedTheme());
  #systemIsDark = $state(false);

  constructor() {
    const query = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
    this.#systemIsDark = query?.matches ?? false;
    query?.addEventListener('change', (event) => (this.#systemIsDark = event.matches));
    this.#show();
  }

  get chosen(): Theme {
    return this.#chosen;
  }

  /** What is shown, for those who draw without CSS. */
  get isDark(): boolean {
    return this.#chosen === 'dark' || (this.#chosen === 'system' && this.#systemIsDark);
  }

  choose(theme: Theme): void {
    this.#chosen = theme;
    localStorage.setItem(storageKey, theme);
    this.#show();
  }

  #show(): void {
    const root = globalThis.document?.documentElement;
    if (!root) return;
    if (this.#chosen === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = this.#chosen;
  }
}

const storageKey = 'fieldline.theme';

function rememberedTheme(): Theme {
  const kept = globalThis.localStorage?.getItem(storageKey);
  return kept === 'light' || kept === 'dark' || kept === 'sunlight' ? kept : 'system';
}

export const theme = new ThemeChoice();
