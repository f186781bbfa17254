import { signatureSchema, type Signature } from '../../../shared/model/signature.ts';
import { defineEntity } from '../entity.ts';

export const signatureEntity = defineEntity<Signature, Pick<Signature, 'appointmentId' | 'id'>>({
  name: 'signature',
  schema: signatureSchema,
  key: ({ appointmentId, id }) => ({ partition: ['APPOINTMENT', appointmentId], sort: `SIGNATURE#${id}` }),
});
