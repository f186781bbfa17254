import type { ServiceContract } from '../../model/service-contract.ts';
import { contractsInForce } from './promises-in-order.ts';

export interface NamedTechnicians {
  readonly preferred: readonly string[];
  readonly forbidden: readonly string[];
  /** By technician who is forbidden: the clause of the contract that does. */
  readonly forbiddenBy: ReadonlyMap<string, string>;
}

/** Whom the contracts in force for a site and asset prefer and whom they forbid; who is both is forbidden. */
export const namedTechnicians = (question: Parameters<typeof contractsInForce>[0]): NamedTechnicians => {
  const contracts = contractsInForce(question);
  const named = (of: (contract: ServiceContract) => readonly string[] | undefined): string[] => [
    ...new Set(contracts.flatMap((one) => of(one) ?? [])),
  ];
  const forbiddenBy = new Map(
    contracts.flatMap(({ forbiddenTechnicianIds = [], clause }) => forbiddenTechnicianIds.map((id) => [id, clause])),
  );
  const forbidden = [...forbiddenBy.keys()];
  const preferred = named((one) => one.preferredTechnicianIds).filter((id) => !forbidden.includes(id));
  return { preferred, forbidden, forbiddenBy };
};
