import type { CustomerLink } from '../../../shared/model/customer-link.ts';
import type { Message } from '../../../shared/model/message.ts';
import { customerLinkEntity } from '../entities/customer-link.ts';
import { messageEntity } from '../entities/message.ts';
import type { Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

export const linksAndMessages = async (
  table: Table,
  tenantId: string,
  appointmentId: string,
): Promise<{ readonly links: CustomerLink[]; readonly messages: Message[] }> => {
  const items = await table.all({ tenantId, index: 'gsi1', partition: ['APPOINTMENT', appointmentId] });
  return { links: readItems(customerLinkEntity, items), messages: readItems(messageEntity, items) };
};
