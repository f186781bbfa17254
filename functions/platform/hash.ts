import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hex. */
export const hash = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
