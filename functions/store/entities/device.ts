import { deviceSchema, type Device } from '../../../shared/model/device.ts';
import { defineEntity } from '../entity.ts';

/** Found by the hash of its secret, as apps come; stands under its technician for the staff who look after it. */
export const deviceEntity = defineEntity<Device, Pick<Device, 'secretHash'>>({
  name: 'device',
  schema: deviceSchema,
  key: ({ secretHash }) => ({ partition: ['DEVICE', secretHash], sort: 'DEVICE' }),
  gsi1: ({ technicianId, id }) => ({ partition: ['TECHNICIAN', technicianId], sort: `DEVICE#${id}` }),
});
