import type { Api } from '../../api/api.ts';
import { listCustomers } from '../../../shared/protocol/endpoints/customers.ts';
import type { Customer } from '../../../shared/model/customer.ts';
import { dialled } from '../request/new-request.svelte.ts';

/** So long after the last key the words are worth a question to the server, in milliseconds. */
const quiet = 200;
const most = 5;
const wholeNumber = /^\+?[1-9]\d{6,14}$/;

/** Customers by the beginning of any word of their name or by a whole phone number: the only part of the search that the board does not hold. */
export class CustomerSearch {
  found: readonly Customer[] = $state.raw([]);
  readonly #api: Api;
  readonly #later: (run: () => void, milliseconds: number) => () => void;
  #words = '';
  #cancel = (): void => {};

  constructor(api: Api, later: (run: () => void, milliseconds: number) => () => void) {
    this.#api = api;
    this.#later = later;
  }

  lookFor(words: string): void {
    this.#words = words.trim();
    this.#cancel();
    if (this.#words.length < 2) this.found = [];
    else this.#cancel = this.#later(() => void this.#ask(this.#words), quiet);
  }

  async #ask(words: string): Promise<void> {
    const phone = dialled(words);
    const query = wholeNumber.test(phone) ? { phone: phone.startsWith('+') ? phone : `+${phone}` } : { name: words };
    // A convenience beside what the board holds: without an answer the search shows that.
    const { items } = await this.#api
      .call(listCustomers, { query: { ...query, limit: most } })
      .catch(() => ({ items: [] }));
    if (words === this.#words) this.found = items;
  }
}
