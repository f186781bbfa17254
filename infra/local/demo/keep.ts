import type { Entity } from '../../../functions/store/entity.ts';
import type { UnitOfWork } from '../../../functions/store/unit-of-work.ts';

/** Takes a thing of the demonstration to be written. */
export type Keep = <Value extends Ref, Ref>(entity: Entity<Value, Ref>, value: Value) => void;

/** Things waiting to be written, in order. */
export interface Kept {
  readonly keep: Keep;
  readonly writes: readonly ((work: UnitOfWork) => void)[];
}

export function newKept(): Kept {
  const writes: ((work: UnitOfWork) => void)[] = [];
  return {
    writes,
    keep: (entity, value) => {
      writes.push((work) => work.put(entity, value));
    },
  };
}
