import { photoSchema, type Photo } from '../../../shared/model/photo.ts';
import { defineEntity } from '../entity.ts';

export const photoEntity = defineEntity<Photo, Pick<Photo, 'appointmentId' | 'id'>>({
  name: 'photo',
  schema: photoSchema,
  key: ({ appointmentId, id }) => ({ partition: ['APPOINTMENT', appointmentId], sort: `PHOTO#${id}` }),
});
