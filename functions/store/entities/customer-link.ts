import { customerLinkSchema, type CustomerLink } from '../../../shared/model/customer-link.ts';
import { defineEntity } from '../entity.ts';

/** Found by the hash of its secret; stands under its appointment, so that all of them can be revoked. */
export const customerLinkEntity = defineEntity<CustomerLink, Pick<CustomerLink, 'tokenHash'>>({
  name: 'customer-link',
  schema: customerLinkSchema,
  key: ({ tokenHash }) => ({ partition: ['LINK', tokenHash], sort: 'LINK' }),
  gsi1: ({ appointmentId, id }) =>
    appointmentId === undefined
      ? { partition: ['REPORT-LINKS'], sort: id }
      : { partition: ['APPOINTMENT', appointmentId], sort: `LINK#${id}` },
});
