import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { shortText } from '../../../shared/model/scalar.ts';
import { instant } from '../../../shared/model/time.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  ticketHash: z.string(),
  accountId: z.string(),
  accountName: z.optional(shortText),
  territoryIds: z.array(idOf('territory')),
  expiresAt: instant,
});
/** Opens the live socket once, for a minute. */
export type LiveTicket = z.infer<typeof schema>;

export const liveTicketEntity = defineEntity<LiveTicket, Pick<LiveTicket, 'ticketHash'>>({
  name: 'live-ticket',
  schema,
  key: ({ ticketHash }) => ({ partition: ['TICKET', ticketHash], sort: 'TICKET' }),
  expiresAt: ({ expiresAt }) => expiresAt,
});
