import { warrantySchema, type Warranty } from '../../../shared/model/warranty.ts';
import { defineEntity } from '../entity.ts';

export const warrantyEntity = defineEntity<Warranty, Pick<Warranty, 'id'>>({
  name: 'warranty',
  schema: warrantySchema,
  key: ({ id }) => ({ partition: ['WARRANTY', id], sort: 'WARRANTY' }),
  gsi1: ({ assetId, id }) => ({ partition: ['ASSET', assetId], sort: `WARRANTY#${id}` }),
  gsi2: ({ endsOn, id }) => ({ partition: ['WARRANTIES'], sort: `${endsOn}#${id}` }),
});
