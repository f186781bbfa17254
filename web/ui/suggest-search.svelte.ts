import type { Suggestion } from './suggestion.ts';

/** Not before someone pauses for this long. */
const pauseMilliseconds = 180;
const fewestLetters = 2;

type Suggest = (text: string, signal: AbortSignal) => Promise<readonly Suggestion[]>;

/** What is offered for the text as it stands: late answers to an older text are dropped, failures offer nothing. */
export class SuggestSearch {
  list: readonly Suggestion[] = $state.raw([]);
  /** The one that Enter takes; -1 for none. */
  at = $state(-1);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | undefined;
  readonly #suggest: Suggest;

  constructor(suggest: Suggest) {
    this.#suggest = suggest;
  }

  ask(text: string): void {
    this.#stop();
    if (text.trim().length < fewestLetters) {
      this.close();
      return;
    }
    this.#timer = setTimeout(() => void this.#search(text), pauseMilliseconds);
  }

  step(by: number): void {
    this.at = (this.at + by + this.list.length) % this.list.length;
  }

  close(): void {
    this.#stop();
    this.list = [];
    this.at = -1;
  }

  async #search(text: string): Promise<void> {
    const asked = new AbortController();
    this.#asked = asked;
    const list = await this.#suggest(text, asked.signal).catch(() => []);
    if (asked.signal.aborted) return;
    this.list = list;
    this.at = -1;
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }
}
