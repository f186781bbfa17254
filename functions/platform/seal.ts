import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs what must not be altered unseen, and tells whether a signature is ours. */
export interface Seal {
  sign(text: string): string;
  verify(text: string, signature: string): boolean;
}

/** HMAC-SHA-256 in lower-case hex, with the deployment's key. */
export const createSeal = (key: string): Seal => {
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('hex');
  return {
    sign,
    verify(text, signature) {
      const [ours, theirs] = [Buffer.from(sign(text)), Buffer.from(signature)];
      return ours.length === theirs.length && timingSafeEqual(ours, theirs);
    },
  };
};
