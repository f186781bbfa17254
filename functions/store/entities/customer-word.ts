import * as z from 'zod/mini';
import { idOf } from '../../../shared/model/entity.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  word: z.string(),
  customerId: idOf('customer'),
});
/** A word of a customer's name (shared/rules/name-words.ts): he is found by its beginning. */
export type CustomerWord = z.infer<typeof schema>;

export const customerWordEntity = defineEntity<CustomerWord, CustomerWord>({
  name: 'customer-word',
  schema,
  key: ({ word, customerId }) => ({ partition: ['CUSTOMER-WORDS', letterOf(word)], sort: `${word}#${customerId}` }),
});

/** Words of one first letter lie together. */
export const letterOf = (word: string): string => [...word][0] ?? '';
