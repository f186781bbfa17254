import { partSchema, type Part } from '../../../shared/model/part.ts';
import { defineEntity } from '../entity.ts';

export const partEntity = defineEntity<Part, Pick<Part, 'id'>>({
  name: 'part',
  schema: partSchema,
  key: ({ id }) => ({ partition: ['PART', id], sort: 'PART' }),
  gsi1: ({ name, id }) => ({ partition: ['PARTS'], sort: `${name.toLowerCase()}#${id}` }),
});
