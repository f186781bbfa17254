import type { Authorisation } from '../../../shared/model/authorisation.ts';
import type { CoverageRecord } from '../../../shared/model/coverage-record.ts';
import { authorisationEntity } from '../entities/authorisation.ts';
import { coverageRecordEntity } from '../entities/coverage-record.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** What was decided of a work order, the first decision first. */
export const coverageRecords = async (table: Table, tenantId: string, workOrderId: string): Promise<CoverageRecord[]> =>
  readItems(coverageRecordEntity, await table.all({ tenantId, partition: ['COVERAGE', workOrderId] }));

/** Whose word a work order needed or needs. */
export const authorisationsOf = async (table: Table, tenantId: string, workOrderId: string): Promise<Authorisation[]> =>
  readItems(
    authorisationEntity,
    await table.all({
      tenantId,
      index: 'gsi1',
      partition: ['WORK-ORDER', workOrderId],
      beginsWith: 'AUTHORISATION#',
    }),
  );

/** What waits for somebody's word, the oldest first. */
export const waitingAuthorisations = async (table: Table, tenantId: string): Promise<Authorisation[]> =>
  readItems(
    authorisationEntity,
    await table.all({ tenantId, index: 'gsi3', partition: ['AUTHORISATIONS-WAITING'] }, mostWaiting),
  );

/** As many as one page shows. */
const mostWaiting = 500;
