import { cursorOf, startKeyOf } from '../cursor.ts';
import type { Entity } from '../entity.ts';
import type { Question, Table } from '../table-client.ts';
import { readItems } from './read-items.ts';

export interface Page<Value> {
  readonly items: Value[];
  readonly nextCursor?: string;
}

export interface PageRequest {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** A cursor that was not given out for this question. */
export const foreignCursor = 'foreign-cursor';

export const pageOf = async <Value, Ref>(
  table: Table,
  entity: Entity<Value, Ref>,
  question: Question,
  { limit = 100, cursor }: PageRequest,
): Promise<Page<Value> | typeof foreignCursor> => {
  const startKey = cursor === undefined ? undefined : startKeyOf(question, cursor);
  if (cursor !== undefined && !startKey) return foreignCursor;
  const { items, lastKey } = await table.page(question, limit, startKey);
  return { items: readItems(entity, items), ...(lastKey && { nextCursor: cursorOf(question, lastKey) }) };
};
