import * as z from 'zod/mini';
import { idOf } from './entity.ts';
import { contentHash, photoSizeBytes, photoType } from './photo.ts';
import { shortText } from './scalar.ts';
import { instant } from './time.ts';

/** Who signed for the work, and the picture of it; added, never changed. */
export const signatureSchema = z.strictObject({
  id: idOf('signature'),
  appointmentId: idOf('appointment'),
  at: instant,
  by: shortText,
  signedBy: shortText,
  contentHash,
  type: photoType,
  sizeBytes: photoSizeBytes,
});
export type Signature = z.infer<typeof signatureSchema>;
