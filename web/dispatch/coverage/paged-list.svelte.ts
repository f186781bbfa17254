/** A page as the server gives it. */
interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string | undefined;
}

/** A list that the server gives page by page: there may be too many to hold. What is asked anew takes the place of what was asked before. */
export class PagedList<Item extends { readonly id: string }, Question> {
  items: readonly Item[] = $state.raw([]);
  busy = $state(false);
  fault: unknown = $state.raw();
  #next: string | undefined = $state();
  #asked = 0;
  #question: Question | undefined;
  readonly #read: (question: Question, cursor: string | undefined) => Promise<Page<Item>>;

  constructor(read: (question: Question, cursor: string | undefined) => Promise<Page<Item>>) {
    this.#read = read;
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  async ask(question: Question): Promise<void> {
    this.#question = question;
    this.#next = undefined;
    await this.#go([]);
  }

  async more(): Promise<void> {
    await this.#go(this.items);
  }

  /** Shows what was saved where it stands; what is new stands first. */
  take(item: Item): void {
    const at = this.items.findIndex(({ id }) => id === item.id);
    this.items = at < 0 ? [item, ...this.items] : this.items.with(at, item);
  }

  async #go(before: readonly Item[]): Promise<void> {
    if (this.#question === undefined) return;
    const asked = (this.#asked += 1);
    this.busy = true;
    this.fault = undefined;
    try {
      const page = await this.#read(this.#question, this.#next);
      if (asked !== this.#asked) return;
      this.items = [...before, ...page.items];
      this.#next = page.nextCursor;
    } catch (fault) {
      if (asked === this.#asked) this.fault = fault;
    } finally {
      if (asked === this.#asked) this.busy = false;
    }
  }
}
