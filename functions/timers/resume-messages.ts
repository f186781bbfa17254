import type { Message } from '../../shared/model/message.ts';
import { waitingMessages } from '../store/questions/for-the-clock.ts';
import { messageEntity } from '../store/entities/message.ts';
import { beginWork } from '../store/unit-of-work.ts';
import type { Round } from './round.ts';
import type { TimersDeps } from './timers-deps.ts';
import { olderThan } from './older-than.ts';

/** An attempt takes seconds; what still waits after this was dropped on the way, as when the change stream's record was parked. */
export const messageWaitsSeconds = 10 * 60;
/** What happened longer ago is no news to the customer any more; the console shows it as parked. */
export const newsSeconds = 12 * 3600;
/** As many as one round writes within its time; the next round takes the rest. */
const mostMessages = 500;

/** Takes messages up again that rested long enough or were dropped: the write alone sends them through the change stream, where they are delivered. */
export const resumeMessages = async (
  deps: TimersDeps,
  tenantId: string,
): Promise<Pick<Round, 'messagesResumed' | 'messagesParked'>> => {
  const now = deps.clock().toISOString();
  const round = { messagesResumed: 0, messagesParked: 0 };
  for (const message of await waitingMessages(deps.table, tenantId, mostMessages)) {
    if (!isDue(message, now)) continue;
    const stale = olderThan(message.createdAt, newsSeconds, now);
    const work = beginWork({ ...deps, tenantId, now });
    const { nextAttemptAt: _rested, ...awake } = message;
    work.update(messageEntity, message, stale ? { ...awake, status: 'parked', failure: tooLate } : awake);
    // Where it changed meanwhile it was delivered meanwhile.
    if (!(await work.commit()).ok) continue;
    if (stale) round.messagesParked++;
    else round.messagesResumed++;
    deps.log.warn(stale ? 'A message waited too long and was parked' : 'A waiting message was taken up again', {
      messageId: message.id,
    });
  }
  return round;
};

/** Rested after a failure as long as it should, or never tried at all. */
const isDue = ({ nextAttemptAt, updatedAt }: Message, now: string): boolean =>
  nextAttemptAt === undefined ? olderThan(updatedAt, messageWaitsSeconds, now) : nextAttemptAt <= now;

const tooLate = 'It could not be sent while it was news.';
