import { idOf, type Draft, type EntityKind } from '../../shared/model/entity.ts';
import type { ImportResult } from '../../shared/protocol/endpoints/imports.ts';
import type { StaffAsked } from './route.ts';
import { Refusal } from '../platform/errors.ts';
import { derivedId } from '../platform/ids.ts';
import type { Entity } from '../store/entity.ts';
import type { UnitOfWork } from '../store/unit-of-work.ts';
import { changedFields } from './changed-fields.ts';
import { changeRecord, createRecord, type BookRecord } from './keep-record.ts';

/** What is checked and written along with a row; it throws what refuses it. */
type Beside<Value> = (work: UnitOfWork, after: Value, before: Value | undefined) => Promise<void>;
type Ref = { readonly id: string };

/** The id itself where the reference is one, else always the same id for the same reference. */
export const idOfRef = (kind: EntityKind, ref: string): string =>
  idOf(kind).safeParse(ref).success ? ref : derivedId(kind, ref);

const attempts = 3;

/** Makes or changes one record by itself, so that one bad row keeps no other back; says what became of it. */
export const importRow = async <Value extends BookRecord>(
  asked: StaffAsked,
  entity: Entity<Value, Ref>,
  ref: string,
  draft: Draft<Value> & Ref,
  beside: Beside<Value> = async () => {},
): Promise<ImportResult> => {
  const { id } = draft;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await asked.deps.table.get(entity, asked.tenantId, { id });
    const work = asked.begin('part');
    try {
      const after = before
        ? changeRecord(asked, work, entity, before, { ...before, ...draft })
        : createRecord(asked, work, entity, draft);
      if (before && changedFields(before, after) === undefined) return { ref, id, result: 'unchanged' };
      await beside(work, after, before);
      if ((await work.commit()).ok) return { ref, id, result: before ? 'changed' : 'created' };
    } catch (error) {
      if (error instanceof Refusal) return failedRow(ref, error);
      throw error;
    }
  }
  return { ref, result: 'failed', reason: 'changed-meanwhile', detail: 'Others change it at the same time.' };
};

/** How a refusal is told in the report of an import. */
export const failedRow = (ref: string, { code, details, message }: Refusal): ImportResult => {
  const [first] = details.errors ?? [];
  const why = { ref, result: 'failed', reason: details.reason ?? code } as const;
  if (!first) return { ...why, detail: details.detail ?? message };
  const { finding, said } = first;
  const field = first.field.replace(/^body\./, '');
  const found = { ...(finding !== undefined && { finding }), ...(said !== undefined && { said }) };
  return { ...why, detail: `${field}: ${first.message}`, field, ...found };
};
