/** How this browser puts the page on the home screen; iOS only keeps the data of pages that are there. */
export type InstallWay = 'none' | 'prompt' | 'share-menu';

/** Chromium's event, which TypeScript's DOM does not know. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

class Install {
  way: InstallWay = $state(firstWay());
  #prompt: InstallPrompt | undefined;

  constructor() {
    globalThis.addEventListener?.('beforeinstallprompt', (event) => {
      if (!isInstallPrompt(event)) return;
      event.preventDefault();
      this.#prompt = event;
      this.way = 'prompt';
    });
    globalThis.addEventListener?.('appinstalled', () => (this.way = 'none'));
  }

  async ask(): Promise<void> {
    await this.#prompt?.prompt();
  }
}

const isInstallPrompt = (event: Event): event is InstallPrompt => 'prompt' in event;

const firstWay = (): InstallWay => {
  const isInstalled = globalThis.matchMedia?.('(display-mode: standalone)').matches;
  const isApple = /iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '');
  return isApple && !isInstalled ? 'share-menu' : 'none';
};

export const install = new Install();
