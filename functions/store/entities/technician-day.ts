import { technicianDaySchema, type TechnicianDay } from '../../../shared/model/technician-day.ts';
import { defineEntity } from '../entity.ts';

export const technicianDayEntity = defineEntity<TechnicianDay, Pick<TechnicianDay, 'technicianId' | 'day'>>({
  name: 'technician-day',
  schema: technicianDaySchema,
  key: ({ technicianId, day }) => ({ partition: ['TECHNICIAN', technicianId], sort: `DAY#${day}` }),
});
