import * as z from 'zod/mini';
import { idOf, idPrefix } from './entity.ts';
import { shortText } from './scalar.ts';
import { instant } from './time.ts';

/** SHA-256 of the file, lower-case hex. */
export const contentHash = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in lower-case hex'));
export const photoType = z.enum(['image/jpeg', 'image/png', 'image/webp']);
export const photoSizeBytes = z.int().check(z.positive(), z.maximum(8 * 1024 * 1024, 'a photo may have 8 MiB'));

export const photoSchema = z.strictObject({
  id: idOf('photo'),
  appointmentId: idOf('appointment'),
  at: instant,
  by: shortText,
  contentHash,
  type: photoType,
  sizeBytes: photoSizeBytes,
});
export type Photo = z.infer<typeof photoSchema>;

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same content on an appointment is the same photo: its id follows from the hash, on phone and server alike. */
export const idOfContent = (kind: 'photo' | 'signature', hash: string): string => {
  const bytes = hash.match(/../g) ?? [];
  const letters = bytes
    .slice(0, 26)
    .map((byte, place) => crockford[Number.parseInt(byte, 16) % (place === 0 ? 8 : 32)]);
  return `${idPrefix[kind]}_${letters.join('')}`;
};
