/** The page's way to work without network: its files are kept by a service worker, and a new version waits until it is asked in. */
export class Shell {
  /** A new version lies ready. */
  updateReady = $state(false);
  #waiting: ServiceWorker | null = null;
  #asked = false;

  /** Begins to keep the page. Called once it shows something, so that it takes nothing from the first sight. */
  async keep(workers: ServiceWorkerContainer | undefined = globalThis.navigator?.serviceWorker): Promise<void> {
    // Absent where the page is not served securely, refused in some private windows: it then works with a network only.
    const registration = await workers
      ?.register('/service-worker.js', { scope: '/technician/', updateViaCache: 'none' })
      .catch(() => undefined);
    if (!workers || !registration) return;
    workers.addEventListener('controllerchange', () => {
      if (this.#asked) location.reload();
    });
    this.#watch(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming?.addEventListener('statechange', () => this.#watch(registration.waiting));
    });
    this.lookForUpdate = () => void registration.update().catch(() => undefined);
  }

  /** Asks whether there is a new version; nothing to ask before the page is kept. */
  lookForUpdate: () => void = () => undefined;

  /** Lets the new version in: what was entered lies in the phone's memory and is taken up by it. */
  update(): void {
    this.#asked = true;
    this.#waiting?.postMessage('take-over');
  }

  #watch(waiting: ServiceWorker | null): void {
    // The first one of all replaces nothing.
    if (!waiting || !navigator.serviceWorker.controller) return;
    this.#waiting = waiting;
    this.updateReady = true;
  }
}
