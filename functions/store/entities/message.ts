import { messageSchema, type Message } from '../../../shared/model/message.ts';
import { defineEntity } from '../entity.ts';

/** Stands under its appointment or contract, and among what waits until it is sent or parked, what is due first at the top. */
export const messageEntity = defineEntity<Message, Pick<Message, 'id'>>({
  name: 'message',
  schema: messageSchema,
  key: ({ id }) => ({ partition: ['MESSAGE', id], sort: 'MESSAGE' }),
  gsi1: ({ appointmentId, contractId, id }) => ({
    partition: contractId === undefined ? ['APPOINTMENT', appointmentId ?? ''] : ['SERVICE-CONTRACT', contractId],
    sort: `MESSAGE#${id}`,
  }),
  gsi3: ({ status, nextAttemptAt, createdAt, id }) =>
    status === 'waiting' ? { partition: ['MESSAGES-WAITING'], sort: `${nextAttemptAt ?? createdAt}#${id}` } : undefined,
});
