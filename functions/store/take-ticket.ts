import { liveTicketEntity, type LiveTicket } from './entities/live-ticket.ts';
import { keyOf } from './entity.ts';
import type { Table } from './table-client.ts';
import { tableDefinition } from './table.ts';
import { transactOrSay } from './transact-or-say.ts';

/** Takes a live ticket away so that it opens one socket only; undefined where there is none, or someone was faster. */
export const takeTicket = async (
  table: Table,
  tenantId: string,
  ticketHash: string,
  random: () => number,
): Promise<LiveTicket | undefined> => {
  const ticket = await table.get(liveTicketEntity, tenantId, { ticketHash });
  if (!ticket) return undefined;
  const refused = await transactOrSay(
    table,
    [
      {
        Delete: {
          TableName: table.name,
          Key: keyOf(liveTicketEntity, tenantId, { ticketHash }),
          ConditionExpression: `attribute_exists(${tableDefinition.partitionKey})`,
        },
      },
    ],
    { random },
  );
  return refused ? undefined : ticket;
};
