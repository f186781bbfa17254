import { gazetteerSourceSchema, type GazetteerSource } from '../../../shared/model/gazetteer-source.ts';
import { defineEntity } from '../entity.ts';

/** All of a tenant's in one partition: a question about an address begins with them. */
export const gazetteerSourceEntity = defineEntity<GazetteerSource, Pick<GazetteerSource, 'key'>>({
  name: 'gazetteer-source',
  schema: gazetteerSourceSchema,
  key: ({ key }) => ({ partition: ['GAZETTEER'], sort: `SOURCE#${key}` }),
});
