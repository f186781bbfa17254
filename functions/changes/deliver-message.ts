import type { Actor } from '../../shared/model/history-entry.ts';
import type { Message } from '../../shared/model/message.ts';
import { addVisitLink } from '../store/add-visit-link.ts';
import { messageEntity } from '../store/entities/message.ts';
import { beginWork, type WorkContext } from '../store/unit-of-work.ts';
import type { ChangesDeps } from './changes-deps.ts';
import { linkPlaceholder } from './messages/message-words.ts';

/** After so many failures a message is parked, in sight of the console, and needs a person. */
export const mostAttempts = 5;

const house: Actor = { kind: 'system', id: 'changes', name: 'Fieldline' };

/**
 * Sends a waiting message and writes down how it went. A failure is written too: that write comes back through the stream
 * as the next attempt, so that a mail service that is down holds up nobody's live changes.
 */
export const deliverMessage = async (deps: ChangesDeps, tenantId: string, seen: Message): Promise<void> => {
  const message = await deps.table.get(messageEntity, tenantId, seen);
  // A repeated record: this attempt was made already.
  if (message?.status !== 'waiting' || message.version !== seen.version) return;
  const context = { ...deps, tenantId, now: deps.clock().toISOString() };
  const text = await withLink(deps, context, message);
  const attempted = { ...message, attempts: message.attempts + 1 };
  const failure = await failureOf(() => deps.sendMessage({ ...message, text }));
  const work = beginWork(context);
  if (failure === undefined) {
    const { failure: _overcome, ...rest } = attempted;
    work.update(messageEntity, message, { ...rest, status: 'sent', sentAt: context.now });
  } else {
    const status = attempted.attempts >= mostAttempts ? 'parked' : 'waiting';
    deps.log.warn('A message could not be sent', { messageId: message.id, attempts: attempted.attempts, failure });
    work.update(messageEntity, message, { ...attempted, status, failure: failure.slice(0, 200) });
  }
  await work.commit();
};

/** Each attempt makes its own link, because the secret of an earlier one is kept nowhere. */
const withLink = async (deps: ChangesDeps, context: WorkContext, message: Message): Promise<string> => {
  if (!message.text.includes(linkPlaceholder)) return message.text;
  const { appointmentId } = message;
  const work = beginWork(context);
  const { tenantId } = context;
  const { url } = addVisitLink(work, { ...deps, tenantId, appointmentId, by: house, messageId: message.id });
  await work.commit();
  return message.text.replaceAll(linkPlaceholder, url);
};

const failureOf = async (send: () => Promise<void>): Promise<string | undefined> => {
  try {
    await send();
    return undefined;
  } catch (error) {
    return error instanceof Error && error.message ? error.message : 'unknown';
  }
};
