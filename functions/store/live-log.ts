import { marshall } from '@aws-sdk/util-dynamodb';
import type { ChangesFrame, LiveChange } from '../../shared/protocol/live-event.ts';
import { secondsAfter } from '../platform/clock.ts';
import { absent } from './absent.ts';
import { liveFrameEntity } from './entities/live-frame.ts';
import { liveSequenceEntity } from './entities/live-sequence.ts';
import { dataAttribute, itemOf } from './entity.ts';
import type { WorkContext } from './unit-of-work.ts';

/** Consoles that missed frames may ask for those of the last hour. */
const keptSeconds = 3600;
const attempts = 12;

/**
 * Numbers a territory's changes as its next frame and keeps it. The frame is written where its number is free, then the
 * counter: half the price of a transaction, and as safe. Where the counter was not reached its next reader finds the number
 * taken and goes on, so that numbers have neither gap nor double; and nobody is told of a frame before the counter knows it.
 */
export const appendFrame = async (
  { table, tenantId, now }: Pick<WorkContext, 'table' | 'tenantId' | 'now'>,
  territoryId: string,
  changes: readonly LiveChange[],
): Promise<ChangesFrame> => {
  const expiresAt = secondsAfter(now, keptSeconds);
  let taken = 0;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const counter = await table.get(liveSequenceEntity, tenantId, { territoryId });
    const sequence = Math.max(counter?.sequence ?? 0, taken) + 1;
    const frame: ChangesFrame = { type: 'changes', territoryId, sequence, changes: [...changes] };
    const free = await table.put(itemOf(liveFrameEntity, tenantId, { frame, expiresAt }), absent);
    if (free) {
      await table.put(itemOf(liveSequenceEntity, tenantId, { territoryId, sequence }), onlyUpward(sequence));
      return frame;
    }
    // Another batch of the stream took the number; the next one is free.
    taken = sequence;
  }
  throw new Error(`The live log of ${territoryId} gave no number in ${attempts} attempts`);
};

/** A slower writer never turns the counter back. */
const onlyUpward = (sequence: number) => ({
  ConditionExpression: `${absent.ConditionExpression} OR #data.#sequence < :sequence`,
  ExpressionAttributeNames: { '#data': dataAttribute, '#sequence': 'sequence' },
  ExpressionAttributeValues: marshall({ ':sequence': sequence }),
});
