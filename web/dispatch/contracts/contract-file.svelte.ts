import type { Api } from '../../api/api.ts';
import type { ServiceContract } from '../../../shared/model/service-contract.ts';
import type { ResponseOf } from '../../../shared/protocol/endpoint.ts';
import { getContractFile } from '../../../shared/protocol/endpoints/contracts.ts';
import { readSurroundings, type ContractSurroundings } from './contract-surroundings.ts';

/** A contract with its periods and versions, and what it can name. */
export class ContractFile {
  file: ResponseOf<typeof getContractFile> | undefined = $state.raw();
  around: ContractSurroundings | undefined = $state.raw();
  fault: unknown = $state.raw();
  readonly #api: Api;
  readonly #contractId: string;

  constructor(api: Api, contractId: string) {
    this.#api = api;
    this.#contractId = contractId;
  }

  async read(): Promise<void> {
    this.fault = undefined;
    try {
      const file = await this.#api.call(getContractFile, { params: { contractId: this.#contractId } });
      this.around = await readSurroundings(this.#api, file.contract.customerId);
      this.file = file;
    } catch (fault) {
      this.fault = fault;
    }
  }

  take(contract: ServiceContract): void {
    if (this.file) this.file = { ...this.file, contract };
  }
}
