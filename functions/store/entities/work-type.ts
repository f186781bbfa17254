import { workTypeSchema, type WorkType } from '../../../shared/model/work-type.ts';
import { defineEntity } from '../entity.ts';

export const workTypeEntity = defineEntity<WorkType, Pick<WorkType, 'id'>>({
  name: 'work-type',
  schema: workTypeSchema,
  key: ({ id }) => ({ partition: ['WORK-TYPE', id], sort: 'WORK-TYPE' }),
  gsi1: ({ name, id }) => ({ partition: ['WORK-TYPES'], sort: `${name.toLowerCase()}#${id}` }),
});
