import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { wholeNumber } from '../../../shared/model/scalar.ts';
import { instant } from '../../../shared/model/time.ts';
import { clientId } from '../../../shared/protocol/sync.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  clientId,
  technicianId: idOf('technician'),
  /** The number of the last change that was applied or refused: written with it, on condition that it was exactly one less. */
  version: wholeNumber,
  /** When the last change was made, by the server's clock. */
  lastAt: z.optional(instant),
  /** The versions that its own changes gave to appointments, the newest last: what differs from them another changed. */
  ownVersions: z.array(z.strictObject({ appointmentId: idOf('appointment'), version: wholeNumber })),
  updatedAt: instant,
});
/** One installation of the phone page, and how far its changes have come. */
export type SyncClient = z.infer<typeof schema>;

export const syncClientEntity = defineEntity<SyncClient, Pick<SyncClient, 'clientId'>>({
  name: 'sync-client',
  schema,
  key: (ref) => ({ partition: ['SYNC-CLIENT', ref.clientId], sort: 'CLIENT' }),
});
