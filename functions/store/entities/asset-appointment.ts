import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  assetId: idOf('asset'),
  appointmentId: idOf('appointment'),
});
/** Points from an asset to an appointment it had. */
export type AssetAppointment = z.infer<typeof schema>;

export const assetAppointmentEntity = defineEntity<
  AssetAppointment,
  Pick<AssetAppointment, 'assetId' | 'appointmentId'>
>({
  name: 'asset-appointment',
  schema,
  key: ({ assetId, appointmentId }) => ({ partition: ['ASSET', assetId], sort: `APPOINTMENT#${appointmentId}` }),
});
