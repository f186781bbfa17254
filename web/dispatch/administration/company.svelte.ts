import type { Api } from '../../api/api.ts';
import type { Tenant } from '../../../shared/model/tenant.ts';
import { getAccount } from '../../../shared/protocol/endpoints/account.ts';

/** The company's settings as they stand, read when a page needs them. */
export class Company {
  tenant: Tenant | undefined = $state.raw();
  fault: unknown = $state.raw();
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  async read(): Promise<void> {
    this.fault = undefined;
    try {
      ({ tenant: this.tenant } = await this.#api.call(getAccount, {}));
    } catch (fault) {
      this.fault = fault;
    }
  }
}
