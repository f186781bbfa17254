import { gazetteerPageSchema, type GazetteerPage } from '../../../shared/model/gazetteer-source.ts';
import { defineEntity } from '../entity.ts';
import { padded } from '../keys.ts';

export const gazetteerPageEntity = defineEntity<GazetteerPage, Pick<GazetteerPage, 'key' | 'edition' | 'page'>>({
  name: 'gazetteer-page',
  schema: gazetteerPageSchema,
  key: ({ key, edition, page }) => ({ partition: ['GAZETTEER', key, edition], sort: `PAGE#${padded(page)}` }),
});
