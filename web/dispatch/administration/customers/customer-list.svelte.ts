import type { Api } from '../../../api/api.ts';
import type { Customer } from '../../../../shared/model/customer.ts';
import { listCustomers } from '../../../../shared/protocol/endpoints/customers.ts';

/** Customers as the server finds them, page by page: there may be too many to hold. */
export class CustomerList {
  items: readonly Customer[] = $state.raw([]);
  words = $state('');
  busy = $state(false);
  fault: unknown = $state.raw();
  #next: string | undefined = $state();
  #asked = 0;
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  get hasMore(): boolean {
    return this.#next !== undefined;
  }

  /** From the beginning; a number is looked up, words are looked for. */
  async search(words: string): Promise<void> {
    this.words = words;
    this.#next = undefined;
    await this.#read([]);
  }

  async more(): Promise<void> {
    await this.#read(this.items);
  }

  /** Shows what was saved where it stands. */
  take(customer: Customer): void {
    const others = this.items.filter(({ id }) => id !== customer.id);
    this.items = [...others, customer].sort((a, b) => a.name.localeCompare(b.name));
  }

  async #read(before: readonly Customer[]): Promise<void> {
    const asked = (this.#asked += 1);
    this.busy = true;
    this.fault = undefined;
    try {
      const query = { limit: 100, ...queryOf(this.words), ...(this.#next !== undefined && { cursor: this.#next }) };
      const page = await this.#api.call(listCustomers, { query });
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

const queryOf = (words: string) => {
  const text = words.trim();
  if (text === '') return {};
  const digits = text.replace(/[\s()-]/g, '');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? { phone: digits } : { name: text };
};
