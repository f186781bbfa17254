import type { ContractUsage } from '../../../shared/model/contract-usage.ts';
import type { Message } from '../../../shared/model/message.ts';
import { contractDrawingEntity } from '../entities/contract-drawing.ts';
import { contractUsageEntity } from '../entities/contract-usage.ts';
import { messageEntity } from '../entities/message.ts';
import { serviceContractEntity } from '../entities/service-contract.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** A contract's own partition: itself, its counters by period, and what each work order took. */
export const contractFile = async (table: Table, tenantId: string, contractId: string) => {
  const items = await table.all({ tenantId, partition: ['SERVICE-CONTRACT', contractId] });
  const [contract] = readItems(serviceContractEntity, items);
  return (
    contract && {
      contract,
      usages: readItems(contractUsageEntity, items),
      drawings: readItems(contractDrawingEntity, items),
    }
  );
};

/** What was told of its end, the oldest first. */
export const messagesOfContract = async (table: Table, tenantId: string, contractId: string): Promise<Message[]> =>
  readItems(messageEntity, await table.all({ tenantId, index: 'gsi1', partition: ['SERVICE-CONTRACT', contractId] }));

/** The counters of so many periods, those that were opened. */
export const usagesOf = (
  table: Table,
  tenantId: string,
  periods: readonly Pick<ContractUsage, 'contractId' | 'periodOn'>[],
): Promise<ContractUsage[]> => table.getMany(contractUsageEntity, tenantId, periods);
