import type { Api } from './api.ts';

/** The server's time as a reactive value that moves on every so often: what "4 min ago" on a screen follows. */
export class ServerNow {
  current: number = $state(0);
  readonly #api: Pick<Api, 'serverNow'>;

  constructor(api: Pick<Api, 'serverNow'>) {
    this.#api = api;
    this.tick();
  }

  tick(): void {
    this.current = this.#api.serverNow();
  }

  /** Ticks until the given way to stop is used. */
  run(everyMilliseconds: number): () => void {
    const timer = setInterval(() => this.tick(), everyMilliseconds);
    return () => clearInterval(timer);
  }
}
