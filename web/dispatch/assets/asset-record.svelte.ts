import type { Api } from '../../api/api.ts';
import type { Tenant } from '../../../shared/model/tenant.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import { getAccount } from '../../../shared/protocol/endpoints/account.ts';
import { getAssetFile, getCustomerFile } from '../../../shared/protocol/endpoints/customers.ts';

export type FileOfAsset = ResponseOf<typeof getAssetFile>;
export type FileOfOwner = ResponseOf<typeof getCustomerFile>;

/** An asset with its warranties and visits, whose it is with his contracts, and the money that the company counts in. */
export class AssetFileState {
  file: FileOfAsset | undefined = $state.raw();
  owner: FileOfOwner | undefined = $state.raw();
  tenant: Tenant | undefined = $state.raw();
  fault: unknown = $state.raw();
  readonly #api: Api;
  readonly #assetId: string;

  constructor(api: Api, assetId: string) {
    this.#api = api;
    this.#assetId = assetId;
  }

  async read(): Promise<void> {
    this.fault = undefined;
    try {
      const file = await this.#api.call(getAssetFile, { params: { assetId: this.#assetId } });
      const { customerId } = file.asset;
      [this.owner, { tenant: this.tenant }] = await Promise.all([
        this.#api.call(getCustomerFile, { params: { customerId } }),
        this.#api.call(getAccount, {}),
      ]);
      this.file = file;
    } catch (fault) {
      this.fault = fault;
    }
  }

  /** What was saved of it, so that nothing is read anew. */
  take(change: Partial<FileOfAsset>): void {
    if (this.file) this.file = { ...this.file, ...change };
  }
}
