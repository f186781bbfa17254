import { siteSchema, type Site } from '../../../shared/model/site.ts';
import { defineEntity } from '../entity.ts';

export const siteEntity = defineEntity<Site, Pick<Site, 'id'>>({
  name: 'site',
  schema: siteSchema,
  key: ({ id }) => ({ partition: ['SITE', id], sort: 'SITE' }),
  gsi1: ({ customerId, id }) => ({ partition: ['CUSTOMER', customerId], sort: `SITE#${id}` }),
});
