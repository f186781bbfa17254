import { territorySchema, type Territory } from '../../../shared/model/territory.ts';
import { defineEntity } from '../entity.ts';

export const territoryEntity = defineEntity<Territory, Pick<Territory, 'id'>>({
  name: 'territory',
  schema: territorySchema,
  key: ({ id }) => ({ partition: ['TERRITORY', id], sort: 'TERRITORY' }),
  gsi1: ({ name, id }) => ({ partition: ['TERRITORIES'], sort: `${name.toLowerCase()}#${id}` }),
});
