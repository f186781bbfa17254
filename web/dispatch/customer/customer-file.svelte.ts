import type { Api } from '../../api/api.ts';
import { isFinished } from '../../../shared/rules/appointment-lifecycle.ts';
import type { Appointment } from '../../../shared/model/appointment.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import { getAssetFile, getCustomerFile } from '../../../shared/protocol/endpoints/customers.ts';

export type FileOfCustomer = ResponseOf<typeof getCustomerFile>;
export type FileOfAsset = ResponseOf<typeof getAssetFile>;

/** Everything about a customer: sites, assets with their warranties and appointments, contracts. */
export class CustomerFile {
  file: FileOfCustomer | undefined = $state.raw();
  assets: readonly FileOfAsset[] = $state.raw([]);
  fault: unknown = $state.raw();
  readonly #api: Api;
  readonly #customerId: string;

  /** What is not finished on any of his machines. */
  readonly openOnAssets: readonly Appointment[] = $derived(
    this.assets.flatMap(({ appointments }) => appointments).filter(({ status }) => !isFinished(status)),
  );

  constructor(api: Api, customerId: string) {
    this.#api = api;
    this.#customerId = customerId;
  }

  async read(): Promise<void> {
    this.fault = undefined;
    try {
      this.file = await this.#api.call(getCustomerFile, { params: { customerId: this.#customerId } });
      this.assets = await Promise.all(
        this.file.assets.map(({ id }) => this.#api.call(getAssetFile, { params: { assetId: id } })),
      );
    } catch (fault) {
      this.fault = fault;
    }
  }
}
