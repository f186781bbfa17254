import type { NewId } from '../../../functions/platform/ids.ts';
import type { Table } from '../../../functions/store/table-client.ts';
import { beginWork } from '../../../functions/store/unit-of-work.ts';
import type { Kept } from './keep.ts';

/** DynamoDB takes a hundred writes in a transaction. */
const chunkSize = 100;

/** Writes through the store's own unit of work, so that the data is what the product would have written. */
export async function writeKept(
  table: Table,
  tenantId: string,
  newId: NewId,
  now: string,
  { writes }: Kept,
): Promise<void> {
  for (let start = 0; start < writes.length; start += chunkSize) {
    const work = beginWork({ table, tenantId, now, newId, random: Math.random });
    for (const write of writes.slice(start, start + chunkSize)) write(work);
    const result = await work.commit();
    if (!result.ok) throw new Error(`The demonstration could not be written: ${result.reason}`);
  }
}
