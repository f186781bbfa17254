import { technicianSchema, type Technician } from '../../../shared/model/technician.ts';
import { defineEntity } from '../entity.ts';

export const technicianEntity = defineEntity<Technician, Pick<Technician, 'id'>>({
  name: 'technician',
  schema: technicianSchema,
  key: ({ id }) => ({ partition: ['TECHNICIAN', id], sort: 'TECHNICIAN' }),
  gsi1: ({ name, id }) => ({ partition: ['TECHNICIANS'], sort: `${name.toLowerCase()}#${id}` }),
});
