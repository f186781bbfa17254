import type { Api } from '../../api/api.ts';
import type { Customer } from '../../../shared/model/customer.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import { getAssetFile, getCustomerFile, listCustomers } from '../../../shared/protocol/endpoints/customers.ts';
import { dialled } from './new-request.svelte.ts';

type CustomerFile = ResponseOf<typeof getCustomerFile>;
type AssetFile = ResponseOf<typeof getAssetFile>;

const wholeNumber = /^\+[1-9]\d{6,14}$/;

/** Who calls, found by the number: his sites, machines, contracts and open work. */
export class Caller {
  found: readonly Customer[] = $state.raw([]);
  file: CustomerFile | undefined = $state.raw();
  asset: AssetFile | undefined = $state.raw();
  looked = $state('');
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  async lookUp(phoneOrName: { phone?: string; name?: string }): Promise<void> {
    const phone = dialled(phoneOrName.phone ?? '');
    const name = phoneOrName.name?.trim() ?? '';
    const query = wholeNumber.test(phone) ? { phone } : name.length > 1 ? { name } : undefined;
    const asked = JSON.stringify(query);
    if (!query || asked === this.looked) return;
    this.looked = asked;
    try {
      const { items } = await this.#api.call(listCustomers, { query: { ...query, limit: 6 } });
      if (this.looked === asked) this.found = items;
    } catch {
      // A convenience only: the request can be entered without it, and the server looks again.
      this.found = [];
    }
  }

  async choose(customerId: string): Promise<CustomerFile | undefined> {
    this.file = await this.#api.call(getCustomerFile, { params: { customerId } }).catch(() => undefined);
    this.found = [];
    return this.file;
  }

  async chooseAsset(assetId: string): Promise<void> {
    this.asset = assetId
      ? await this.#api.call(getAssetFile, { params: { assetId } }).catch(() => undefined)
      : undefined;
  }

  forget(): void {
    this.file = undefined;
    this.asset = undefined;
    this.looked = '';
  }
}
