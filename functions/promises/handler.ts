import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { coverageReviewEntity } from '../store/entities/coverage-review.ts';
import { historyEntryEntity } from '../store/entities/history-entry.ts';
import { readChange, streamChange } from '../store/stream-change.ts';
import { followWork } from './follow-work.ts';
import type { PromisesDeps } from './promises-deps.ts';
import { beginReview, stepReview } from './review-coverage.ts';
import { bothScopes, scopeOfChange } from './review-scope.ts';

/** Keeps decisions on coverage and clocks of promised time up to date with what happened to the work. */
export type PromisesHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/**
 * Each work order that the batch tells of is looked at once, as it stands: to come again, late or twice changes nothing. What
 * promises cover and at which prices calls for a review of the open work, some of it with each event.
 */
export const createPromisesHandler = (deps: PromisesDeps): PromisesHandler => {
  return async ({ Records }) => {
    const done = new Set<string>();
    const scopes = Records.map((record) => scopeOfChange(streamChange(record)));
    for (const [at, record] of Records.entries()) {
      try {
        const mine = scopes[at];
        // All of one batch begin one review, with the first of them.
        if (mine && !done.has(mine.tenantId)) {
          const all = scopes.flatMap((one) => (one?.tenantId === mine.tenantId ? [one.scope] : []));
          await beginReview(deps, mine.tenantId, all.reduce(bothScopes));
          done.add(mine.tenantId);
        }
        const review = readChange(coverageReviewEntity, streamChange(record));
        if (review?.after && !review.after.done) await stepReview(deps, review.tenantId, review.after);
        const told = await workOf(deps, record);
        const key = told && `${told.tenantId} ${told.workOrderId}`;
        if (!told || key === undefined || done.has(key)) continue;
        await followWork(deps, told.tenantId, told.workOrderId);
        done.add(key);
      } catch (error) {
        const sequence = record.dynamodb?.SequenceNumber ?? '';
        deps.log.error('Promises could not be followed', { sequence, error: String(error) });
        return { batchItemFailures: [{ itemIdentifier: sequence }] };
      }
    }
    return { batchItemFailures: [] };
  };
};

/** Which work order an entry of the history is about. */
const workOf = async (
  { table }: PromisesDeps,
  record: DynamoDBRecord,
): Promise<{ readonly tenantId: string; readonly workOrderId: string } | undefined> => {
  const change = readChange(historyEntryEntity, streamChange(record));
  if (!change?.after) return undefined;
  const { tenantId, after } = change;
  const { subjectId, facts } = after;
  if (subjectId.startsWith('wo_')) return { tenantId, workOrderId: subjectId };
  if (typeof facts['workOrderId'] === 'string') return { tenantId, workOrderId: facts['workOrderId'] };
  if (!subjectId.startsWith('ap_')) return undefined;
  const appointment = await table.get(appointmentEntity, tenantId, { id: subjectId });
  return appointment && { tenantId, workOrderId: appointment.workOrderId };
};
