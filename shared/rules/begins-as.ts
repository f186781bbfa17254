import type { Photo } from '../model/photo.ts';

type FileType = Photo['type'] | 'application/pdf';

/** So many bytes of a file tell its kind. */
export const headBytes = 16;

/** Whether a file begins as its type says: a page or a program under a picture's name does not. */
export const beginsAs = (type: FileType, head: Uint8Array): boolean =>
  beginnings[type].every(({ at, bytes }) => bytes.every((byte, place) => head[at + place] === byte));

const beginnings: Readonly<Record<FileType, readonly { readonly at: number; readonly bytes: readonly number[] }[]>> = {
  'image/jpeg': [{ at: 0, bytes: [0xff, 0xd8, 0xff] }], // ITU T.81, B.1.1.3: start of image, then a marker
  'image/png': [{ at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] }], // W3C PNG, 5.2
  // RFC 9649, 2.4: RIFF, four bytes of length, WEBP
  'image/webp': [
    { at: 0, bytes: [0x52, 0x49, 0x46, 0x46] },
    { at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  ],
  'application/pdf': [{ at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] }], // ISO 32000, 7.5.2: %PDF-
};
