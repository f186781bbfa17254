import { priceListSchema, type PriceList } from '../../../shared/model/price-list.ts';
import { defineEntity } from '../entity.ts';

export const priceListEntity = defineEntity<PriceList, Pick<PriceList, 'id'>>({
  name: 'price-list',
  schema: priceListSchema,
  key: ({ id }) => ({ partition: ['PRICE-LIST', id], sort: 'PRICE-LIST' }),
  gsi1: ({ name, id }) => ({ partition: ['PRICE-LISTS'], sort: `${name}#${id}` }),
});
