import type { Api } from '../../api/api.ts';
import type { Authorisation } from '../../../shared/model/authorisation.ts';
import { answerAuthorisation, listAuthorisations } from '../../../shared/protocol/endpoints/coverage.ts';
import type { AuthorisationAnswer } from './coverage-file.svelte.ts';

/** Every word that work waits for, the oldest first; what was answered leaves the list. */
export class WaitingWords {
  items: readonly Authorisation[] | undefined = $state.raw();
  /** Why the list could not be read. */
  fault: unknown = $state.raw();
  /** Why the last answer was refused. */
  refusal: unknown = $state.raw();
  busy = $state(false);
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  async read(): Promise<void> {
    this.fault = undefined;
    try {
      ({ items: this.items } = await this.#api.call(listAuthorisations, {}));
    } catch (fault) {
      this.fault = fault;
    }
  }

  /** Goes to what waits; why it could not be opened stands where refusals do. */
  async follow(go: () => Promise<void>): Promise<void> {
    this.refusal = undefined;
    await go().catch((fault: unknown) => (this.refusal = fault));
  }

  async answer({ id, version }: Pick<Authorisation, 'id' | 'version'>, body: AuthorisationAnswer): Promise<void> {
    this.busy = true;
    this.refusal = undefined;
    try {
      await this.#api.call(answerAuthorisation, { params: { authorisationId: id }, body }, { ifMatch: version });
    } catch (fault) {
      this.refusal = fault;
    }
    await this.read();
    this.busy = false;
  }
}
