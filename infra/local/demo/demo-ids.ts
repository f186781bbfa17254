import { createHash } from 'node:crypto';
import { type EntityKind, idPrefix } from '../../../shared/model/entity.ts';

/** Crockford's base 32, as ULIDs are written. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same id for the same seed, kind and name; its time part is the given instant, so that ids sort as real ones do. */
export function demoId(seed: string, kind: EntityKind, name: string, at: Date): string {
  const hash = createHash('sha256').update(`${seed}/${kind}/${name}`).digest();
  const tail = Array.from({ length: 16 }, (_, index) => alphabet.charAt((hash[index] ?? 0) % 32)).join('');
  return `${idPrefix[kind]}_${timePart(at.getTime())}${tail}`;
}

function timePart(epochMs: number): string {
  let rest = epochMs;
  let text = '';
  for (let digit = 0; digit < 10; digit += 1) {
    text = alphabet.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}
