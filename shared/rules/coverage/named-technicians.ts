import type { ServiceContract } from '../../model/service-contract.ts';
import { contractsInForce } from './promises-in-order.ts';

export interface NamedTechnicians {
  readonly preferred: readonly string[];
  readonly forbidden: readonly string[];
}

/** Whom the contracts in force for a site and asset prefer and whom they forbid; who is both is forbidden. */
export const namedTechnicians = (question: Parameters<typeof contractsInForce>[0]): NamedTechnicians => {
  const contracts = contractsInForce(question);
  const named = (of: (contract: ServiceContract) => readonly string[] | undefined): string[] => [
    ...new Set(contracts.flatMap((one) => of(one) ?? [])),
  ];
  const forbidden = named((one) => one.forbiddenTechnicianIds);
  const preferred = named((one) => one.preferredTechnicianIds).filter((id) => !forbidden.includes(id));
  return { preferred, forbidden };
};
