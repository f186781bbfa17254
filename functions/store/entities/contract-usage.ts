import { contractUsageSchema, type ContractUsage } from '../../../shared/model/contract-usage.ts';
import { defineEntity } from '../entity.ts';

/** The counters of one period; lies with its contract. */
export const contractUsageEntity = defineEntity<ContractUsage, Pick<ContractUsage, 'contractId' | 'periodOn'>>({
  name: 'contract-usage',
  schema: contractUsageSchema,
  key: ({ contractId, periodOn }) => ({ partition: ['SERVICE-CONTRACT', contractId], sort: `USAGE#${periodOn}` }),
});
