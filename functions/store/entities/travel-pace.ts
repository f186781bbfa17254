import { travelPaceSchema, type TravelPace } from '../../../shared/model/travel-pace.ts';
import { defineEntity } from '../entity.ts';

export const travelPaceEntity = defineEntity<TravelPace, Pick<TravelPace, 'scopeId' | 'source'>>({
  name: 'travel-pace',
  schema: travelPaceSchema,
  key: ({ scopeId, source }) => ({ partition: ['PACE', scopeId], sort: source }),
});
