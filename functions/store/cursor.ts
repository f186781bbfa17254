import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Item } from './entity.ts';
import { partitionOf, tenantOfPartition } from './keys.ts';
import type { Question } from './table-client.ts';
import { tableDefinition } from './table.ts';

/**
 * Where a list goes on, as an opaque text that opens only the same question of the same tenant. The partition is never
 * taken from it, so that an invented one shows nothing that the question would not.
 */
export const cursorOf = (question: Question, lastKey: Item): string => {
  const { sortKey } = keysOf(question);
  const places = [lastKey[sortKey]?.S, lastKey[tableDefinition.partitionKey]?.S, lastKey[tableDefinition.sortKey]?.S];
  const text = JSON.stringify(places);
  return Buffer.from(JSON.stringify([sealOf(question, text), text])).toString('base64url');
};

/** The key to start after; undefined for a cursor that was not given out for this question. */
export const startKeyOf = (question: Question, cursor: string): Item | undefined => {
  const sealed = read(sealedSchema, Buffer.from(cursor, 'base64url').toString());
  if (!sealed || sealed[0] !== sealOf(question, sealed[1])) return undefined;
  const places = read(placesSchema, sealed[1]);
  if (!places || tenantOfPartition(places[1]) !== question.tenantId) return undefined;
  const { partitionKey, sortKey } = keysOf(question);
  return {
    [tableDefinition.partitionKey]: { S: places[1] },
    [tableDefinition.sortKey]: { S: places[2] },
    [partitionKey]: { S: partitionOf(question.tenantId, ...question.partition) },
    [sortKey]: { S: places[0] },
  };
};

const sealedSchema = z.tuple([z.string(), z.string()]);
const placesSchema = z.tuple([z.string(), z.string(), z.string()]);

const keysOf = ({ index }: Question) => tableDefinition.indexes.find(({ name }) => name === index) ?? tableDefinition;

const sealOf = (question: Question, text: string): string =>
  createHash('sha256')
    .update(JSON.stringify([question, text]))
    .digest('base64url')
    .slice(0, 22);

const read = <T>(schema: z.ZodMiniType<T>, text: string): T | undefined => {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};
