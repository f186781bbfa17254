import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { historyEntryEntity } from '../store/entities/history-entry.ts';
import { messageEntity } from '../store/entities/message.ts';
import { planPartEntity } from '../store/entities/plan-part.ts';
import { tenantEntity } from '../store/entities/tenant.ts';
import { readChange, streamChange, type StreamChange } from '../store/stream-change.ts';
import { broadcast } from './broadcast.ts';
import { deliverMessage } from './deliver-message.ts';
import { enterTenant } from './enter-tenant.ts';
import { LiveBatch } from './live-batch.ts';
import { requestMessage } from './request-message.ts';
import type { ChangesDeps } from './changes-deps.ts';

/** Turns what changed in the table into live frames, messages to customers and commands for the planner. */
export type ChangesHandler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

/**
 * Handles every record of the batch, whatever becomes of the others, and answers the first that failed: the stream comes
 * again from there. All effects bear repetition (versions in live changes, derived ids, conditional writes).
 */
export const createChangesHandler = (deps: ChangesDeps): ChangesHandler => {
  return async ({ Records }) => {
    const failed = new Set<string>();
    const attempt = async (sequenceNumbers: readonly string[], act: () => void | Promise<void>): Promise<void> => {
      try {
        await act();
      } catch (error) {
        deps.log.error('Changes could not be passed on', { sequenceNumbers, error: String(error) });
        for (const sequenceNumber of sequenceNumbers) failed.add(sequenceNumber);
      }
    };
    const live = new LiveBatch(deps.table);
    for (const record of Records) await attempt([sequenceOf(record)], () => live.add(streamChange(record)));
    await Promise.all(live.groups().map((group) => attempt(group.sequenceNumbers, () => broadcast(deps, group))));
    for (const record of Records) {
      await attempt([sequenceOf(record)], () => followUp(deps, streamChange(record)));
    }
    const first = Records.map(sequenceOf).find((sequenceNumber) => failed.has(sequenceNumber));
    return { batchItemFailures: first === undefined ? [] : [{ itemIdentifier: first }] };
  };
};

const sequenceOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? '';

/** What one change asks for beside the live event. */
const followUp = async (deps: ChangesDeps, change: StreamChange): Promise<void> => {
  const entry = readChange(historyEntryEntity, change);
  if (entry?.after && !entry.before) await requestMessage(deps, entry.tenantId, entry.after);
  const message = readChange(messageEntity, change);
  if (message?.after?.status === 'waiting') await deliverMessage(deps, message.tenantId, message.after);
  const tenant = readChange(tenantEntity, change);
  if (tenant?.after) await enterTenant(deps, tenant.after.id);
  const part = readChange(planPartEntity, change);
  // From the stream, so that a plan whose request was acknowledged is made even if the asker died right after.
  if (part?.after?.status === 'waiting' && part.after.waitsFor === 0 && part.before?.waitsFor !== 0) {
    const { planId, territoryId, day } = part.after;
    await deps.queuePlan({ tenantId: part.tenantId, planId, territoryId, day });
  }
};
