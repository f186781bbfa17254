import * as z from 'zod/mini';
import { instant } from '../../../shared/model/time.ts';
import { defineEntity } from '../entity.ts';

const schema = z.strictObject({
  keyHash: z.string(),
  /** What was asked, so that a key used for something else is caught. */
  requestHash: z.string(),
  answer: z.unknown(),
  answeredAt: instant,
  expiresAt: instant,
});
/** The first answer of a request, written in the transaction that carried it out. */
export type IdempotencyRecord = z.infer<typeof schema>;

export const idempotencyRecordEntity = defineEntity<IdempotencyRecord, Pick<IdempotencyRecord, 'keyHash'>>({
  name: 'idempotency-record',
  schema,
  key: ({ keyHash }) => ({ partition: ['IDEMPOTENCY', keyHash], sort: 'IDEMPOTENCY' }),
  expiresAt: ({ expiresAt }) => expiresAt,
});
