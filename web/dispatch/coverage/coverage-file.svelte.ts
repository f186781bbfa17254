import type { Api } from '../../api/api.ts';
import type { Authorisation } from '../../../shared/model/authorisation.ts';
import type { BodyOf, ResponseOf } from '../../../shared/protocol/endpoint.ts';
import {
  answerAuthorisation,
  askAuthorisations,
  decideWorkOrderCoverage,
  getCoverage,
} from '../../../shared/protocol/endpoints/coverage.ts';

export type FileOfCoverage = ResponseOf<typeof getCoverage>;
export type AuthorisationAnswer = BodyOf<typeof answerAuthorisation>;

/** Who pays what of a work order and why, and what can be done about it; every deed reads it anew. */
export class CoverageFile {
  file: FileOfCoverage | undefined = $state.raw();
  /** Why it could not be read. */
  fault: unknown = $state.raw();
  /** Why the last deed was refused. */
  refusal: unknown = $state.raw();
  busy = $state(false);
  /** The customer's way to his quote, shown this once. */
  quoteLink: string | undefined = $state();
  readonly #api: Api;
  readonly #params: { readonly workOrderId: string };
  #run = 0;

  constructor(api: Api, workOrderId: string) {
    this.#api = api;
    this.#params = { workOrderId };
  }

  async read(): Promise<void> {
    const run = (this.#run += 1);
    try {
      const file = await this.#api.call(getCoverage, { params: this.#params });
      if (run !== this.#run) return;
      this.file = file;
      this.fault = undefined;
    } catch (fault) {
      if (run === this.#run) this.fault = fault;
    }
  }

  /** Decides by what is known now, with the causes that were found at the machine. */
  decide(causes: string[]): Promise<void> {
    const body = causes.length === 0 ? {} : { causes };
    return this.#do(() => this.#api.call(decideWorkOrderCoverage, { params: this.#params, body }));
  }

  /** Asks whoever must be asked; the work waits until they have answered. */
  ask(): Promise<void> {
    return this.#do(async () => {
      ({ quoteLink: this.quoteLink } = await this.#api.call(askAuthorisations, { params: this.#params }));
    });
  }

  answer({ id, version }: Pick<Authorisation, 'id' | 'version'>, body: AuthorisationAnswer): Promise<void> {
    const params = { authorisationId: id };
    return this.#do(() => this.#api.call(answerAuthorisation, { params, body }, { ifMatch: version }));
  }

  async #do(deed: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await deed();
    } catch (fault) {
      this.refusal = fault;
    }
    await this.read();
    this.busy = false;
  }
}
