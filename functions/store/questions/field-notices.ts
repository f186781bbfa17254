import type { FieldNotice } from '../../../shared/model/field-notice.ts';
import { fieldNoticeEntity } from '../entities/field-notice.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** More waits only where nobody looks. */
const mostListed = 500;

/** What came from the field of a territory and nobody has settled, the oldest first. */
export const waitingNotices = async (table: Table, tenantId: string, territoryId: string): Promise<FieldNotice[]> =>
  readItems(
    fieldNoticeEntity,
    await table.all({ tenantId, index: 'gsi3', partition: ['NOTICES', territoryId] }, mostListed),
  );

/** A technician's own that nobody has settled, of his last hundred. */
export const noticesOf = async (table: Table, tenantId: string, technicianId: string): Promise<FieldNotice[]> => {
  const question = { tenantId, partition: ['TECHNICIAN', technicianId], beginsWith: 'NOTICE#' };
  const { items } = await table.page({ ...question, newestFirst: true, consistent: true }, 100);
  return readItems(fieldNoticeEntity, items).filter(({ settledAt }) => settledAt === undefined);
};
