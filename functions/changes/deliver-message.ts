import type { Actor } from '../../shared/model/history-entry.ts';
import { visitTemplate, type Message } from '../../shared/model/message.ts';
import { nextAttemptAt } from '../../shared/rules/next-attempt.ts';
import { addVisitLink } from '../store/add-visit-link.ts';
import { appointmentEntity } from '../store/entities/appointment.ts';
import { messageEntity } from '../store/entities/message.ts';
import { serviceContractEntity } from '../store/entities/service-contract.ts';
import { beginWork, type WorkContext } from '../store/unit-of-work.ts';
import { contractStillEnds } from './contract-still-ends.ts';
import type { ChangesDeps } from './changes-deps.ts';
import { linkPlaceholder } from './messages/message-words.ts';
import { stillTrue } from './still-true.ts';

const house: Actor = { kind: 'system', id: 'changes', name: 'Fieldline' };

/**
 * Sends a waiting message and writes down how it went. After a failure it rests, longer each time, until the clock takes
 * it up: a mail service that is down holds up nobody's live changes. After the last it is parked, in sight of the console.
 */
export const deliverMessage = async (deps: ChangesDeps, tenantId: string, seen: Message): Promise<void> => {
  const message = await deps.table.get(messageEntity, tenantId, seen);
  // A repeated record (this attempt was made already), or the write that laid it to rest.
  if (message?.status !== 'waiting' || message.version !== seen.version || message.nextAttemptAt !== undefined) return;
  const context = { ...deps, tenantId, now: deps.clock().toISOString(), singly: true } as const;
  if (message.attempts > 0 && !(await isStillTrue(deps, tenantId, message))) return park(context, message, overtaken);
  const text = await withLink(deps, context, message);
  const attempted = { ...message, attempts: message.attempts + 1 };
  const failure = await failureOf(() => deps.sendMessage({ ...message, text }));
  const work = beginWork(context);
  if (failure === undefined) {
    const { failure: _overcome, ...rest } = attempted;
    work.update(messageEntity, message, { ...rest, status: 'sent', sentAt: context.now });
  } else {
    const { attempts } = attempted;
    const again = nextAttemptAt(attempts, context.now);
    deps.log.warn('A message could not be sent', { messageId: message.id, attempts, failure });
    const rest = again === undefined ? ({ status: 'parked' } as const) : { nextAttemptAt: again };
    work.update(messageEntity, message, { ...attempted, ...rest, failure: failure.slice(0, 200) });
  }
  await work.commit();
};

/** What was asked for hours ago may have been overtaken: nobody wants to hear that somebody is on his way who has left. */
const isStillTrue = async ({ table }: ChangesDeps, tenantId: string, message: Message): Promise<boolean> => {
  const { appointmentId, contractId } = message;
  if (contractId !== undefined) {
    const contract = await table.get(serviceContractEntity, tenantId, { id: contractId });
    return contract !== undefined && contractStillEnds(contract);
  }
  const template = visitTemplate.safeParse(message.template).data;
  const appointment =
    appointmentId === undefined ? undefined : await table.get(appointmentEntity, tenantId, { id: appointmentId });
  return appointment !== undefined && template !== undefined && stillTrue(template, appointment);
};

const overtaken = 'By the time it could be sent it was no longer true.';

const park = async (context: WorkContext, message: Message, failure: string): Promise<void> => {
  const work = beginWork(context);
  work.update(messageEntity, message, { ...message, status: 'parked', failure });
  await work.commit();
};

/** Each attempt makes its own link, because the secret of an earlier one is kept nowhere. */
const withLink = async (deps: ChangesDeps, context: WorkContext, message: Message): Promise<string> => {
  const { appointmentId } = message;
  if (appointmentId === undefined || !message.text.includes(linkPlaceholder)) return message.text;
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
