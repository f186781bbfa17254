import { driveSchema, type Drive } from '../../../shared/model/drive.ts';
import { defineEntity } from '../entity.ts';

/** One for each appointment that a technician reached; read by territory, for what can be learned of its roads. */
export const driveEntity = defineEntity<Drive, Pick<Drive, 'technicianId' | 'appointmentId'>>({
  name: 'drive',
  schema: driveSchema,
  key: ({ technicianId, appointmentId }) => ({
    partition: ['TECHNICIAN', technicianId],
    sort: `DRIVE#${appointmentId}`,
  }),
  gsi1: ({ territoryId, arrivedAt }) => ({ partition: ['DRIVES', territoryId], sort: arrivedAt }),
  expiresAt: ({ expiresAt }) => expiresAt,
});
