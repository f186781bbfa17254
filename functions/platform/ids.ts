import { createHash } from 'node:crypto';
import { monotonicFactory } from 'ulid';
import { idPrefix, type EntityKind } from '../../shared/model/entity.ts';
import type { Clock } from './clock.ts';

/** Makes a new id of a kind; ids of one maker sort by the time of making. */
export type NewId = (kind: EntityKind) => string;

export const idMaker = (clock: Clock): NewId => {
  // Randomness is the platform's cryptographic one; within a millisecond ids count up.
  const nextUlid = monotonicFactory();
  return (kind) => `${idPrefix[kind]}_${nextUlid(clock().getTime())}`;
};

/** Always the same id for the same text: what makes an import or a repeated usage harmless. Shaped like a ULID, without its time. */
export const derivedId = (kind: EntityKind, text: string): string => {
  const digest = createHash('sha256').update(text).digest();
  const letters = [...digest.subarray(0, 26)].map((byte) => crockford[byte % 32]);
  letters[0] = crockford[(digest[0] ?? 0) % 8];
  return `${idPrefix[kind]}_${letters.join('')}`;
};

/** What people say on the phone, from the random end of the id. */
export const workOrderNumberOf = (workOrderId: string): string => `WO-${workOrderId.slice(-8)}`;

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
