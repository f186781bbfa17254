import { assetSchema, type Asset } from '../../../shared/model/asset.ts';
import { defineEntity } from '../entity.ts';

export const assetEntity = defineEntity<Asset, Pick<Asset, 'id'>>({
  name: 'asset',
  schema: assetSchema,
  key: ({ id }) => ({ partition: ['ASSET', id], sort: 'ASSET' }),
  gsi1: ({ customerId, siteId, id }) => ({ partition: ['CUSTOMER', customerId], sort: `ASSET#${siteId}#${id}` }),
  gsi2: ({ serial, id }) => ({ partition: ['ASSETS'], sort: `${serial}#${id}` }),
});
