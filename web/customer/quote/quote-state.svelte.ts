import type { Api } from '../../api/api.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import type { EndpointOf, RouteOf } from '../../api/route.ts';
import type { BodyOf, ResponseOf } from '../../../shared/protocol/endpoint.ts';
import type * as coverage from '../../../shared/protocol/endpoints/coverage.ts';

// Types only, as in routes.ts: the schemas would weigh more than the page.
const getQuote: RouteOf<typeof coverage.getQuote> = { method: 'GET', path: '/v1/quote' };
const answerQuote: RouteOf<typeof coverage.answerQuote> = { method: 'POST', path: '/v1/quote/answer' };

export type Quote = ResponseOf<EndpointOf<typeof getQuote>>;
export type QuoteAnswer = BodyOf<EndpointOf<typeof answerQuote>>;

/** A quote as the customer sees it, and his answer, which is given once. */
export class QuoteState {
  quote: Quote | undefined = $state.raw();
  ended = $state(false);
  offline = $state(false);
  busy = $state(false);
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  load(): Promise<void> {
    return this.#ask(() => this.#api.call(getQuote, {}));
  }

  answer(body: QuoteAnswer): Promise<void> {
    return this.#ask(() => this.#api.call(answerQuote, { body }));
  }

  async #ask(ask: () => Promise<Quote>): Promise<void> {
    this.busy = true;
    try {
      this.quote = await ask();
      this.offline = false;
    } catch (fault) {
      // Answered meanwhile, by another way: then what stands now is shown.
      if (fault instanceof ApiProblem && fault.code === 'wrong-state' && this.quote?.status === 'waiting') {
        this.quote = await this.#api.call(getQuote, {}).catch(() => undefined);
      } else {
        this.ended = fault instanceof ApiProblem && fault.problem.status < 500 && fault.code !== 'too-many';
        this.offline = !this.ended;
      }
    } finally {
      this.busy = false;
    }
  }
}
