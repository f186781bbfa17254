import type { Draft } from '../../shared/model/entity.ts';
import { actorOf } from '../api/actor-of.ts';
import type { StaffAsked } from '../api/route.ts';
import type { Entity } from '../store/entity.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { changedFields } from './changed-fields.ts';

export interface BookRecord {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Writes a new record of the company's book with its line in the history. */
export const createRecord = <Value extends BookRecord & Ref, Ref>(
  asked: Pick<StaffAsked, 'caller'>,
  work: UnitOfWork,
  entity: Entity<Value, Ref>,
  draft: Draft<NoInfer<Value>>,
): Value => {
  const made = work.create(entity, draft);
  work.record(made.id, 'record.created', actorOf(asked.caller), { name: made.name });
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
  work.record(before.id, 'record.changed', actorOf(asked.caller), { name: after.name, fields });
  return work.update(entity, before, after);
};

export const removeRecord = <Value extends BookRecord & Ref, Ref>(
  asked: Pick<StaffAsked, 'caller'>,
  work: UnitOfWork,
  entity: Entity<Value, Ref>,
  before: NoInfer<Value>,
): void => {
  work.record(before.id, 'record.removed', actorOf(asked.caller), { name: before.name });
  work.remove(entity, before, before);
};
