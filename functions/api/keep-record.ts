import type { Draft } from '../../shared/model/entity.ts';
import { actorOf } from './actor-of.ts';
import type { StaffAsked } from './route.ts';
import type { Entity } from '../store/entity.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { changedFields } from './changed-fields.ts';

interface Stamped {
  readonly id: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}
/** A thing of the company's book, by its name or, where it is a promise, by its clause. */
export type BookRecord = Stamped & ({ readonly name: string } | { readonly clause: string });

const nameOf = (record: BookRecord): string => ('name' in record ? record.name : record.clause);

/** Writes a new record of the company's book with its line in the history. */
export const createRecord = <Value extends BookRecord & Ref, Ref>(
  asked: Pick<StaffAsked, 'caller'>,
  work: UnitOfWork,
  entity: Entity<Value, Ref>,
  draft: Draft<NoInfer<Value>>,
): Value => {
  const made = work.create(entity, draft);
  work.record(made.id, 'record.created', actorOf(asked.caller), { name: nameOf(made) });
  return made;
};

/** Writes its next version and which fields are others now; where none is, it stays as it is. */
export const changeRecord = <Value extends BookRecord & Ref, Ref>(
  asked: Pick<StaffAsked, 'caller'>,
  work: UnitOfWork,
  entity: Entity<Value, Ref>,
  before: NoInfer<Value>,
  after: NoInfer<Value>,
): Value => {
  const fields = changedFields(before, after);
  if (fields === undefined) return before;
  work.record(before.id, 'record.changed', actorOf(asked.caller), { name: nameOf(after), fields });
  return work.update(entity, before, after);
};

export const removeRecord = <Value extends BookRecord & Ref, Ref>(
  asked: Pick<StaffAsked, 'caller'>,
  work: UnitOfWork,
  entity: Entity<Value, Ref>,
  before: NoInfer<Value>,
): void => {
  work.record(before.id, 'record.removed', actorOf(asked.caller), { name: nameOf(before) });
  work.remove(entity, before, before);
};
