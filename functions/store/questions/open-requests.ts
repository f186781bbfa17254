import type { ServiceRequest } from '../../../shared/model/service-request.ts';
import { serviceRequestEntity } from '../entities/service-request.ts';
import type { Question, Table } from '../table-client.ts';
import { type Page, type PageRequest, foreignCursor, pageOf } from './page.ts';
import { readItems } from './read-items.ts';

/** Requests that wait for an answer; without a territory those outside of every one. */
export const openRequests = (
  table: Table,
  tenantId: string,
  territoryId: string | undefined,
  request: PageRequest,
): Promise<Page<ServiceRequest> | typeof foreignCursor> =>
  pageOf(table, serviceRequestEntity, openRequestsOf(tenantId, territoryId), request);

export const allOpenRequests = async (
  table: Table,
  tenantId: string,
  territoryId: string | undefined,
  limit: number,
): Promise<ServiceRequest[]> =>
  readItems(serviceRequestEntity, await table.all(openRequestsOf(tenantId, territoryId), limit));

const openRequestsOf = (tenantId: string, territoryId: string | undefined): Question => ({
  tenantId,
  index: 'gsi3',
  partition: ['OPEN-REQUESTS', territoryId ?? 'none'],
});
