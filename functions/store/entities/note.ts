import { noteSchema, type Note } from '../../../shared/model/note.ts';
import { defineEntity } from '../entity.ts';

export const noteEntity = defineEntity<Note, Pick<Note, 'appointmentId' | 'id'>>({
  name: 'note',
  schema: noteSchema,
  key: ({ appointmentId, id }) => ({ partition: ['APPOINTMENT', appointmentId], sort: `NOTE#${id}` }),
});
