import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Draft } from '../../shared/model/entity.ts';
import type { Actor, HistoryEntry, HistoryEvent } from '../../shared/model/history-entry.ts';
import type { NewId } from '../platform/ids.ts';
import { absent } from './absent.ts';
import { historyEntryEntity } from './entities/history-entry.ts';
import { idempotencyRecordEntity, type IdempotencyRecord } from './entities/idempotency-record.ts';
import { dataAttribute, fitting, itemOf, keyOf, readItem, type Entity } from './entity.ts';
import type { Table } from './table-client.ts';
import { transactOrSay } from './transact-or-say.ts';

/** Which request this is, so that a repeat gets the first answer; `bodyHash` catches a key used for something else. */
export interface Once {
  readonly keyHash: string;
  readonly requestHash: string;
  readonly expiresAt: string;
}
export interface WorkContext {
  readonly table: Table;
  readonly tenantId: string;
  /** The moment that all of it bears. */
  readonly now: string;
  readonly newId: NewId;
  readonly random: () => number;
  readonly pause?: (milliseconds: number) => Promise<void>;
  readonly once?: Once;
  /**
   * Writes a single put by itself, at half of a transaction's price: for who bears that a write whose answer was lost is told
   * as refused when the SDK repeats it.
   */
  readonly singly?: true;
}

export type CommitResult =
  | { readonly ok: true }
  /** A condition did not hold: the name that the action was given, and the thing as it stands now. */
  | { readonly ok: false; readonly reason: string; readonly entity: string; readonly present?: unknown }
  /** The request was carried out before; this is what was answered then. */
  | { readonly ok: false; readonly reason: 'repeated'; readonly first: IdempotencyRecord };

export const changedMeanwhile = 'changed-meanwhile';
export const alreadyThere = 'already-there';

interface Versioned {
  readonly version: number;
}
interface Action {
  readonly write: TransactWriteItem;
  /** What to call it when its condition does not hold. */
  readonly refusal: string;
  readonly entity: string;
  readonly read: (item: Parameters<typeof readItem>[1]) => unknown;
}

/** Collects the writes of one change and commits them as one transaction, with their history and the answer to repeat. */
export interface UnitOfWork {
  readonly now: string;
  /** A new thing with its version, made and changed now; refused as `already-there`. */
  create<Value extends Ref & Versioned, Ref>(entity: Entity<Value, Ref>, draft: Draft<NoInfer<Value>>): Value;
  /** The next version of a thing; refused as `changed-meanwhile` unless it still stands as `before` (version 0: not there yet). */
  update<Value extends Ref & Versioned, Ref>(
    entity: Entity<Value, Ref>,
    before: Versioned,
    after: NoInfer<Value>,
  ): Value;
  /** A line that is written once and never changed (a note, a movement); refused as `already-there`. */
  add<Value extends Ref, Ref>(entity: Entity<Value, Ref>, value: NoInfer<Value>): Value;
  /** Writes whatever was there before. */
  put<Value extends Ref, Ref>(entity: Entity<Value, Ref>, value: NoInfer<Value>): Value;
  remove<Value, Ref>(entity: Entity<Value, Ref>, ref: Ref, only?: Versioned): void;
  /** Fails unless the thing still stands in this version. */
  check<Value, Ref>(entity: Entity<Value, Ref>, ref: Ref, at: Versioned): void;
  /** Adds to a number in place, never below zero; refused by the name given. No index key may hang on the number. */
  count<Value, Ref>(entity: Entity<Value, Ref>, ref: Ref, change: CountChange): void;
  record(subjectId: string, event: HistoryEvent, by: Actor, facts?: HistoryEntry['facts']): HistoryEntry;
  commit(answer?: unknown): Promise<CommitResult>;
}
export interface CountChange {
  readonly field: string;
  readonly by: number;
  readonly refusal: string;
  /** Other numbers of the same thing, all of them or none. */
  readonly along?: readonly { readonly field: string; readonly by: number }[];
}

export const beginWork = (context: WorkContext): UnitOfWork => {
  const { table, tenantId, now, newId, once } = context;
  const actions: Action[] = [];
  const oldOnFailure = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const };
  const inVersion = ({ version }: Versioned) => ({
    ConditionExpression: '#data.#version = :before',
    ExpressionAttributeNames: { '#data': dataAttribute, '#version': 'version' },
    ExpressionAttributeValues: marshall({ ':before': version }),
  });
  const push = <Value, Ref>(entity: Entity<Value, Ref>, refusal: string, write: TransactWriteItem): void => {
    actions.push({ write, refusal, entity: entity.name, read: (item) => readItem(entity, item)?.value });
  };
  const putIf = <Value extends Ref, Ref>(
    entity: Entity<Value, Ref>,
    value: Value,
    refusal: string,
    condition: object,
  ): void => {
    const Item = itemOf(entity, tenantId, value);
    push(entity, refusal, { Put: { TableName: table.name, Item, ...condition, ...oldOnFailure } });
  };

  const work: UnitOfWork = {
    now,
    create(entity, draft) {
      return work.add(entity, fitting(entity, { ...draft, version: 1, createdAt: now, updatedAt: now }));
    },
    update(entity, before, after) {
      const stamped = { ...after, version: before.version + 1, ...('updatedAt' in after && { updatedAt: now }) };
      putIf(entity, stamped, changedMeanwhile, before.version === 0 ? absent : inVersion(before));
      return stamped;
    },
    add(entity, value) {
      putIf(entity, value, alreadyThere, absent);
      return value;
    },
    put(entity, value) {
      push(entity, '', { Put: { TableName: table.name, Item: itemOf(entity, tenantId, value) } });
      return value;
    },
    remove(entity, ref, only) {
      const Key = keyOf(entity, tenantId, ref);
      const condition = only && { ...inVersion(only), ...oldOnFailure };
      push(entity, changedMeanwhile, { Delete: { TableName: table.name, Key, ...condition } });
    },
    check(entity, ref, at) {
      const Key = keyOf(entity, tenantId, ref);
      push(entity, changedMeanwhile, {
        ConditionCheck: { TableName: table.name, Key, ...inVersion(at), ...oldOnFailure },
      });
    },
    count(entity, ref, { field, by, refusal, along = [] }) {
      const counts = [{ field, by }, ...along];
      const Update = {
        TableName: table.name,
        Key: keyOf(entity, tenantId, ref),
        UpdateExpression: `SET ${counts.map((_, i) => `#data.#field${i} = #data.#field${i} + :by${i}`).join(', ')}, #data.#version = #data.#version + :one, #data.#updatedAt = :now`,
        ConditionExpression: counts.map((_, i) => `#data.#field${i} >= :least${i}`).join(' AND '),
        ExpressionAttributeNames: {
          '#data': dataAttribute,
          ...Object.fromEntries(counts.map((one, i) => [`#field${i}`, one.field])),
          '#version': 'version',
          '#updatedAt': 'updatedAt',
        },
        ExpressionAttributeValues: marshall({
          ':one': 1,
          ':now': now,
          ...Object.fromEntries(
            counts.flatMap((one, i) => [
              [`:by${i}`, one.by],
              [`:least${i}`, Math.max(0, -one.by)],
            ]),
          ),
        }),
        ...oldOnFailure,
      };
      push(entity, refusal, { Update });
    },
    record(subjectId, event, by, facts = {}) {
      return work.add(historyEntryEntity, { id: newId('historyEntry'), subjectId, event, at: now, by, facts });
    },
    async commit(answer) {
      if (once) {
        const { keyHash, requestHash, expiresAt } = once;
        const record = { keyHash, requestHash, answer: answer ?? null, answeredAt: now, expiresAt };
        putIf(idempotencyRecordEntity, record, 'repeated', absent);
      }
      const [only, ...more] = actions;
      if (context.singly && only?.write.Put?.Item && more.length === 0) {
        const { TableName: _ours, Item, ReturnValuesOnConditionCheckFailure: _unread, ...condition } = only.write.Put;
        const { refusal: reason, entity } = only;
        return (await table.put(Item, condition)) ? { ok: true } : { ok: false, reason, entity };
      }
      const refused = await transactOrSay(
        table,
        actions.map(({ write }) => write),
        context,
      );
      if (!refused) return { ok: true };
      const first = once && refused.find(({ at }) => actions[at]?.refusal === 'repeated');
      if (first?.item) {
        const record = readItem(idempotencyRecordEntity, first.item);
        if (record) return { ok: false, reason: 'repeated', first: record.value };
      }
      const [worst] = refused;
      const action = worst && actions[worst.at];
      if (!action) throw new Error('The table refused a transaction without saying which write');
      const present = worst.item && action.read(worst.item);
      return {
        ok: false,
        reason: action.refusal,
        entity: action.entity,
        ...(present !== undefined && { present }),
      };
    },
  };
  return work;
};
