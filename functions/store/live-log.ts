import type { ChangesFrame, LiveChange } from '../../shared/protocol/live-event.ts';
import { secondsAfter } from '../platform/clock.ts';
import { liveFrameEntity } from './entities/live-frame.ts';
import { liveSequenceEntity } from './entities/live-sequence.ts';
import { beginWork, type WorkContext } from './unit-of-work.ts';

/** Consoles that missed frames may ask for those of the last hour. */
const keptSeconds = 3600;
const attempts = 12;

/** Numbers a territory's changes as its next frame and keeps it; counter and frame are written together or not at all. */
export const appendFrame = async (
  context: WorkContext,
  territoryId: string,
  changes: readonly LiveChange[],
): Promise<ChangesFrame> => {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const before = await context.table.get(liveSequenceEntity, context.tenantId, { territoryId });
    const sequence = (before?.sequence ?? 0) + 1;
    const frame: ChangesFrame = { type: 'changes', territoryId, sequence, changes: [...changes] };
    const work = beginWork(context);
    work.update(liveSequenceEntity, { version: before?.version ?? 0 }, { territoryId, sequence, version: 0 });
    work.add(liveFrameEntity, { frame, expiresAt: secondsAfter(context.now, keptSeconds) });
    if ((await work.commit()).ok) return frame;
    // Another batch of the stream took the number; the next one is free.
  }
  throw new Error(`The live log of ${territoryId} gave no number in ${attempts} attempts`);
};
