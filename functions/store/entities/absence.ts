import { absenceSchema, type Absence } from '../../../shared/model/absence.ts';
import { defineEntity } from '../entity.ts';

export const absenceEntity = defineEntity<Absence, Pick<Absence, 'technicianId' | 'id'>>({
  name: 'absence',
  schema: absenceSchema,
  key: ({ technicianId, id }) => ({ partition: ['TECHNICIAN', technicianId], sort: `ABSENCE#${id}` }),
});
