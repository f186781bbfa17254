import { contentHashOf } from '../api/content-hash.ts';
import type { NewFile } from '../sync/local-store.ts';

/** A picture as a change names it, and as it is kept. */
export const newFile = async (appointmentId: string, picture: Blob, type: NewFile['type']) => {
  const contentHash = await contentHashOf(picture);
  const bytes = await picture.arrayBuffer();
  const kept: NewFile = { appointmentId, contentHash, type, bytes };
  return { named: { appointmentId, contentHash, type, sizeBytes: bytes.byteLength }, kept };
};
