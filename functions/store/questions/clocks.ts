import type { OpenClocks } from '../../../shared/model/sla.ts';
import { openClocksEntity } from '../entities/open-clocks.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** The clocks of all work of a territory that is not done. */
export const clocksOfTerritory = async (table: Table, tenantId: string, territoryId: string): Promise<OpenClocks[]> =>
  readItems(openClocksEntity, await table.all({ tenantId, index: 'gsi2', partition: ['CLOCKS', territoryId] }));

/** Work of a territory that is not done, in the order of its ids after one of them. */
export const openWorkAfter = async (
  table: Table,
  tenantId: string,
  territoryId: string,
  after: string | undefined,
  limit: number,
): Promise<string[]> => {
  const question = { tenantId, index: 'gsi2', partition: ['CLOCKS', territoryId], ...(after && { after }) } as const;
  return readItems(openClocksEntity, await table.all(question, limit)).map(({ workOrderId }) => workOrderId);
};

/** Those whose next mark was due by now, what is longest due at the top. */
export const clocksDue = async (table: Table, tenantId: string, now: string, limit: number): Promise<OpenClocks[]> => {
  const items = await table.all({ tenantId, index: 'gsi3', partition: ['CLOCKS-DUE'] }, limit);
  return readItems(openClocksEntity, items).filter(({ nextAt }) => nextAt !== undefined && nextAt <= now);
};
