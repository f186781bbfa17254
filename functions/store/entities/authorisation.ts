import { authorisationSchema, type Authorisation } from '../../../shared/model/authorisation.ts';
import { defineEntity } from '../entity.ts';

/** Stands under its work order, and among what waits until it is answered, the oldest first. */
export const authorisationEntity = defineEntity<Authorisation, Pick<Authorisation, 'id'>>({
  name: 'authorisation',
  schema: authorisationSchema,
  key: ({ id }) => ({ partition: ['AUTHORISATION', id], sort: 'AUTHORISATION' }),
  gsi1: ({ workOrderId, id }) => ({ partition: ['WORK-ORDER', workOrderId], sort: `AUTHORISATION#${id}` }),
  gsi3: ({ status, createdAt, id }) =>
    status === 'waiting' ? { partition: ['AUTHORISATIONS-WAITING'], sort: `${createdAt}#${id}` } : undefined,
});
