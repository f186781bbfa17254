import type { Message } from '../../../shared/model/message.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { messageEntity } from '../entities/message.ts';
import { planEntity } from '../entities/plan.ts';
import { houseTenantId, tenantEntryEntity } from '../entities/tenant-entry.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

/** Every tenant, for what is done for all of them; the only question that no tenant asks. */
export const allTenantIds = async (table: Table): Promise<string[]> =>
  readItems(tenantEntryEntity, await table.all({ tenantId: houseTenantId, partition: ['TENANTS'] })).map(
    ({ tenantId }) => tenantId,
  );

/** Messages that were neither sent nor parked, what is due first at the top. */
export const waitingMessages = async (table: Table, tenantId: string, limit: number): Promise<Message[]> =>
  readItems(messageEntity, await table.all({ tenantId, index: 'gsi3', partition: ['MESSAGES-WAITING'] }, limit));

/** Plans that the planner has not answered. */
export const requestedPlans = async (table: Table, tenantId: string): Promise<Plan[]> =>
  readItems(planEntity, await table.all({ tenantId, index: 'gsi3', partition: ['PLANS-REQUESTED'] }));
