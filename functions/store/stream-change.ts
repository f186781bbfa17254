import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { AttributeValue as StreamValue, DynamoDBRecord } from 'aws-lambda';
import { readItem, type Entity, type Item } from './entity.ts';

/** One record of the table's change stream: an item before and after. */
export interface StreamChange {
  readonly sequenceNumber: string;
  readonly before?: Item;
  readonly after?: Item;
}

/** What a stream record says, in the item form that the store reads. */
export const streamChange = ({ dynamodb }: DynamoDBRecord): StreamChange => ({
  sequenceNumber: dynamodb?.SequenceNumber ?? '',
  ...(dynamodb?.OldImage && { before: itemOfImage(dynamodb.OldImage) }),
  ...(dynamodb?.NewImage && { after: itemOfImage(dynamodb.NewImage) }),
});

export interface ChangeOf<Value> {
  readonly tenantId: string;
  readonly before?: Value;
  readonly after?: Value;
}

/** The change as one of this kind of thing; undefined where it is of another kind. */
export const readChange = <Value, Ref>(
  entity: Entity<Value, Ref>,
  { before, after }: StreamChange,
): ChangeOf<Value> | undefined => {
  const [old, now] = [before && readItem(entity, before), after && readItem(entity, after)];
  const tenantId = (now ?? old)?.tenantId;
  if (tenantId === undefined) return undefined;
  return { tenantId, ...(old && { before: old.value }), ...(now && { after: now.value }) };
};

const itemOfImage = (image: Readonly<Record<string, StreamValue>>): Item =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, attributeOf(value)]));

/** The stream's values say the same as the client's in a looser type; we keep no binary and no sets. */
const attributeOf = ({ S, N, BOOL, NULL: isNull, L, M }: StreamValue): AttributeValue => {
  if (S !== undefined) return { S };
  if (N !== undefined) return { N };
  if (BOOL !== undefined) return { BOOL };
  if (isNull !== undefined) return { NULL: isNull };
  if (L !== undefined) return { L: L.map(attributeOf) };
  if (M !== undefined) return { M: itemOfImage(M) };
  throw new Error('A stream record holds a value of a type that the store never writes');
};
